import { bytesOf } from './input/standard-input.js';
import { messages } from './messages.zh.js';
import { printText } from './output/print.js';
import { run } from './run.js';

// `fiscal check | head` closes the pipe early: that is the reader's right, not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: () => bytesOf(process.stdin),
  now: () => new Date(),
};

// The exit code is set, not forced: a forced exit would cut what is still in a pipe.
try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  printText(messages.internalError(stack), process.stderr);
  process.exitCode = 2;
}
