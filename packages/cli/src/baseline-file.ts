import type { Finding } from '@fiscal/core';
import { dirname } from 'node:path';
import { baselineText, compareWithBaseline } from './baseline.js';
import type { Checked } from './check-files.js';
import type { Context } from './context.js';
import { givenPath } from './input/given-path.js';
import { readText } from './input/read-text.js';
import type { SourceFiles } from './input/source-files.js';
import { messages } from './messages.zh.js';
import type { Naming } from './output/identity.js';
import { relativePath } from './output/place.js';
import { printLine } from './output/print.js';
import { writeText } from './output/write-file.js';

/** Writes what was found as a baseline, and says so. */
export async function writeBaseline(
  name: string,
  { findings, files }: Checked,
  context: Context,
): Promise<void> {
  const { cwd, stdout } = context.io;
  const path = givenPath(name, cwd);
  await writeText(path, baselineText(findings, await namingFor(path, files, context)), cwd);
  printLine(messages.baselineWritten(relativePath(path, cwd), findings.length), stdout);
}

/** Parts what was found by a baseline. */
export async function withoutKnown(
  { findings, files }: Checked,
  baseline: string,
  context: Context,
): Promise<{ fresh: Finding[]; known: number; gone: number }> {
  const { cwd } = context.io;
  const path = givenPath(baseline, cwd);
  const { text } = readText(path, cwd);
  return compareWithBaseline(findings, text, relativePath(path, cwd), await namingFor(path, files, context));
}

/** What a baseline says must not depend on where the command is called: files are named from where it lies. */
async function namingFor(baseline: string, files: SourceFiles, { engine }: Context): Promise<Naming> {
  const { messageOf } = await engine.core();
  return { cwd: dirname(baseline), messageOf, linesOf: (uri) => files.linesOf(uri) };
}
