import { dirname } from 'node:path';
import type { Context } from '../context.js';
import type { ExitCode } from '../io.js';
import { printLine } from '../output/print.js';
import { templateToRead } from '../input/named-template.js';
import { readReport } from '../read-report.js';
import { save, targetOf } from './new.js';

export interface ReadOptions {
  output?: string;
  template?: string;
  force?: boolean;
}

/** Makes a source of a report that was published as Word, PDF, a page or a sheet; 1 where something was not understood. */
export async function read(
  files: readonly string[],
  options: ReadOptions,
  context: Context,
): Promise<ExitCode> {
  const folder = dirname(targetOf(files[0]!, options, context).path);
  const template = await templateToRead(options.template, folder, context);
  const { name, read, notes } = await readReport(files, template, context);
  await save(read.source, targetOf(name, options, context), options, context);
  for (const note of notes) printLine(note, context.io.stderr);
  return read.reading.unread.length > 0 ? 1 : 0;
}
