import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const { loadBundle, memoryOf, run } = createRequire(import.meta.url)('../bin/load-bundle.js');
const folder = join(import.meta.dirname, '..');
const bundle = join(folder, 'dist/fiscal.cjs');
const examples = join(folder, '../../examples');

function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'fiscal-load-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** What loading a bundle gives that says one thing, beside the memory of one that says another. */
function loadedBeside(said: string, remembered: string, time: number) {
  const path = join(emptyFolder(), 'bundle.cjs');
  const of = (words: string) => Buffer.from(`exports.said = () => ${JSON.stringify(words)};`);
  const { script, exported } = run(path, of(remembered));
  exported.said();
  writeFileSync(memoryOf(path), Buffer.concat([of(remembered), script.createCachedData()]));
  writeFileSync(path, of(said));
  utimesSync(path, time, time);
  return loadBundle(path).said();
}

test('what the engine remembers of another bundle is not believed, whichever is newer', () => {
  const now = Date.now() / 1000;
  for (const time of [0, now, now + 1000]) {
    expect(loadedBeside('one', 'one', time)).toBe('one');
    // As long as the other one: that is all that the engine compares.
    expect(loadedBeside('one', 'two', time)).toBe('one');
  }
});

test('a memory that is none is none', () => {
  const copy = join(emptyFolder(), 'fiscal.cjs');
  copyFileSync(bundle, copy);
  for (const bytes of ['', 'of another bundle', readFileSync(copy)]) {
    writeFileSync(memoryOf(copy), bytes);
    expect(loadBundle(copy).run).toBeTypeOf('function');
  }
});

test('the bundle is ASCII, as its reader takes it', () => {
  expect(readFileSync(bundle).every((byte) => byte < 0x80)).toBe(true);
});

test('data that are not whole, or of another version, are told of, and nothing is checked with them', () => {
  const copy = emptyFolder();
  for (const part of ['bin', 'dist/fiscal.cjs', 'dist/fiscal.data', 'package.json'])
    cpSync(join(folder, part), join(copy, part), { recursive: true });
  const data = join(copy, 'dist/fiscal.data');
  const check = () => {
    const words = [join(copy, 'bin/fiscal.js'), 'check', join(examples, '最小/最小.fiscal')];
    return spawnSync(process.execPath, words, { encoding: 'utf8' });
  };
  expect(check()).toMatchObject({ status: 0 });
  const whole = readFileSync(data);
  truncateSync(data, 1000);
  const short = check();
  writeFileSync(data, Buffer.from(whole.map((byte, index) => (index < 10 ? 0x30 : byte))));
  const foreign = check();
  for (const { status, stdout, stderr } of [short, foreign]) {
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^fiscal: .*fiscal\.data 不完整，或者不是这个版本的，请重新安装 · .*\n$/);
  }
});
