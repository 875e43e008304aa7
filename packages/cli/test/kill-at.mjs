import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before the program: ends it as `kill -9` does, at the n-th step of writing, before or half way through it.
const step = Number(process.env.KILL_AT);
let count = 0;

function reach() {
  count += 1;
  if (count === step) process.kill(process.pid, 'SIGKILL');
}

for (const name of ['openSync', 'fchmodSync', 'fsyncSync', 'closeSync', 'renameSync']) {
  const original = fs[name];
  fs[name] = (...given) => {
    const isWriting = name !== 'openSync' || /^w/.test(String(given[1]));
    if (isWriting && isOurs(name)) reach();
    return original(...given);
  };
}

const { writeFileSync, writeSync } = fs;
fs.writeFileSync = (file, text, ...more) => {
  if (typeof file !== 'number') return writeFileSync(file, text, ...more);
  reach();
  const bytes = Buffer.from(text);
  writeSync(file, bytes.subarray(0, bytes.length >> 1));
  reach();
  writeSync(file, bytes.subarray(bytes.length >> 1));
};
syncBuiltinESMExports();

/** Loading modules closes files too. */
function isOurs(name) {
  return name !== 'closeSync' || count > 0;
}
