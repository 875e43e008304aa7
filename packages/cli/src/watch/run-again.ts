import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';
import { printError, printLine } from '../output/print.js';
import { type Watched, Watcher } from './watch-files.js';

/** Runs now, and again whenever something that the last run looked at is another; ends with the process. */
export async function runAgain(first: Watched, run: () => Promise<Watched>, io: Io): Promise<never> {
  const watcher = new Watcher();
  watcher.watch(first);
  for (let last = first; ; await nextChange(watcher, io)) {
    try {
      last = await run();
    } catch (error) {
      // What cannot be read now may be readable when it is saved again.
      if (!(error instanceof Failure)) throw error;
      for (const line of error.lines) printError(line, io);
    }
    watcher.watch(last);
    printLine(messages.watching, io.stderr);
  }
}

/** What was told before belongs to what is not so any more. */
async function nextChange(watcher: Watcher, io: Io): Promise<void> {
  await watcher.change();
  printLine(messages.changedAt(new Date().toLocaleTimeString('zh-CN', { hour12: false })), io.stderr);
}
