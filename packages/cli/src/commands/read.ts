import type { Context } from '../context.js';
import type { ReadDocuments, ReadFailure, Reading } from '../engine.js';
import { Failure } from '../failure.js';
import { givenPath } from '../input/given-path.js';
import { readBytes } from '../input/read-text.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { printLine } from '../output/print.js';
import { checkTemplate, save, targetOf } from './new.js';

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
  await checkTemplate(options.template, context);
  const { name, source, reading, notes } = await readReport(files, options.template, context);
  await save(source, targetOf(name, options, context), options, context);
  for (const note of notes) printLine(note, context.io.stderr);
  return reading.unread.length > 0 ? 1 : 0;
}

interface ReadReport extends ReadDocuments {
  /** What the file is called that it is written to. */
  name: string;
  notes: readonly string[];
}

/** Reads one report out of the given documents; every reason why it cannot be read is one clear line. */
export async function readReport(
  files: readonly string[],
  template: string | undefined,
  context: Context,
): Promise<ReadReport> {
  const { cwd } = context.io;
  const { readDocuments, unreadText, largestDocument } = await context.engine.reading();
  const documents = files.map((file) => {
    const path = givenPath(file, cwd);
    return { name: relativePath(path, cwd), bytes: readBytes(path, cwd, largestDocument) };
  });
  const read = await readDocuments(documents, template === undefined ? {} : { template });
  if ('failures' in read) throw new Failure(...read.failures.map(failureLine));
  const { header, unread } = read.reading;
  return {
    ...read,
    name: `${header.name}-${header.year}`,
    notes: [
      messages.readAs(header.name, header.year, header.template),
      ...summary(read.reading),
      ...unread.map(unreadText),
    ],
  };
}

function failureLine({ file = '', reason }: ReadFailure): string {
  return (messages.unreadable[reason] ?? messages.unreadable['broken'])!(file);
}

function summary({ figures, sentences, unread }: Reading): string[] {
  const counted = messages.readCount(figures.length, sentences.exact + sentences.similar, sentences.all);
  return [counted, ...(unread.length > 0 ? [messages.notUnderstood(unread.length)] : [])];
}
