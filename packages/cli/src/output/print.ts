import type { Finding } from '@fiscal/core';
import type { Context } from '../context.js';
import type { SourceFiles } from '../input/source-files.js';
import type { Io, Output } from '../io.js';
import { colorsFor } from './colors.js';
import type { Presentation } from './findings-text.js';
import { visible, visibleJson } from './visible-text.js';

const usualColumns = 120;

/** Prints findings for a reader, a blank line after each; of those that were accepted, by which statement. */
export async function printFindings(
  findings: Finding[],
  files: SourceFiles,
  output: Output,
  context: Context,
  acceptanceOf: Presentation['acceptanceOf'] = () => undefined,
): Promise<void> {
  if (findings.length === 0) return;
  // What measures the width of a line takes time to load, and most reports have nothing to show.
  const [{ messageOf }, { findingText }] = await Promise.all([
    context.engine.core(),
    import('./findings-text.js'),
  ]);
  const presentation = {
    cwd: context.io.cwd,
    colors: colorsFor(output, context),
    columns: output.columns ?? usualColumns,
    linesOf: (uri: string) => files.linesOf(uri),
    messageOf,
    acceptanceOf,
  };
  for (const finding of findings) output.write(`${findingText(finding, presentation)}\n`);
}

export function printLine(line: string, output: Output): void {
  printText(`${line}\n`, output);
}

/** The one door for text of any format: nothing that was typed into a source steers who reads it. */
export function printText(text: string, output: Output): void {
  output.write(visible(text));
}

/** Lines in which what was typed into a source is visible already, and which are painted besides. */
export function printPainted(lines: readonly string[], output: Output): void {
  output.write(lines.map((line) => `${line}\n`).join(''));
}

/** The one door for data. */
export function printJson(value: unknown, output: Output): void {
  output.write(visibleJson(value));
}

/** One line for the user on what could not be done. */
export function printError(line: string, { stderr }: Pick<Io, 'stderr'>): void {
  printLine(`fiscal: ${line}`, stderr);
}
