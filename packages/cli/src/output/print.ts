import type { Finding } from '@fiscal/core';
import type { Context } from '../context.js';
import type { SourceFiles } from '../input/source-files.js';
import type { Io, Output } from '../io.js';
import { colorsFor } from './colors.js';
import { findingText } from './findings-text.js';
import { visible } from './visible-text.js';

const usualColumns = 120;

/** Prints findings for a reader, a blank line after each. */
export async function printFindings(
  findings: Finding[],
  files: SourceFiles,
  output: Output,
  context: Context,
): Promise<void> {
  const { messageOf } = await context.engine.core();
  const presentation = {
    cwd: context.io.cwd,
    colors: colorsFor(output, context),
    columns: output.columns ?? usualColumns,
    linesOf: (uri: string) => files.linesOf(uri),
    messageOf,
  };
  for (const finding of findings) output.write(`${findingText(finding, presentation)}\n`);
}

export function printLine(line: string, output: Output): void {
  output.write(`${visible(line)}\n`);
}

/** One line for the user on what could not be done. */
export function printError(line: string, { stderr }: Pick<Io, 'stderr'>): void {
  stderr.write(`fiscal: ${visible(line)}\n`);
}
