import { resolve } from 'node:path';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { readText } from '../input/read-text.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { writeText } from '../output/write-file.js';
import { printLine } from '../output/print.js';

/**
 * As git calls a merge driver: the version that both sides come from, ours, theirs, and the path for the reader. The
 * result takes the place of ours; 1 tells git that something is left to settle.
 */
export async function mergeFiles(operands: readonly string[], context: Context): Promise<ExitCode> {
  const { cwd, stderr } = context.io;
  const [old, ours, theirs, shown = ''] = operands;
  if (old === undefined || ours === undefined || theirs === undefined)
    throw new Failure(messages.calledByGit('git merge'));
  const texts = [old, ours, theirs].map((path) => readText(resolve(cwd, path), cwd).text);
  const { mergeTexts } = await context.engine.merging();
  const { text, conflicts } = mergeTexts(texts[0]!, texts[1]!, texts[2]!);
  await writeText(resolve(cwd, ours), text, cwd);
  if (conflicts === 0) return 0;
  printLine(messages.mergeConflicts(shown || ours, conflicts), stderr);
  return 1;
}
