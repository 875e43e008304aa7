import { bytesOf } from './input/standard-input.js';
import type { Io } from './io.js';
import { messages } from './messages.zh.js';
import { printText } from './output/print.js';
import { run } from './run.js';

/** The program: one command line on this process's streams. */
export async function main(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) allowClosing(stream);
  // The exit code is set, not forced: a forced exit would cut what is still in a pipe.
  try {
    process.exitCode = await run(process.argv.slice(2), processIo());
  } catch (error) {
    printText(whatFailed(error), process.stderr);
    process.exitCode = 2;
  }
}

/** What lies beside the bundle says itself that it is broken; anything else is a defect of ours. */
function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return messages.internalError(String(error));
  if (error.name === 'BrokenInstallation') return `fiscal: ${error.message}\n`;
  return messages.internalError(error.stack ?? error.message);
}

/** `fiscal check | head` closes the pipe early: that is the reader's right, not an error. */
function allowClosing(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: () => bytesOf(process.stdin),
    now: () => new Date(),
  };
}
