import type { Context } from './context.js';
import type { OwnTemplate, ReadDocuments } from './engine.js';
import { Failure } from './failure.js';
import { givenPath } from './input/given-path.js';
import { readBytes } from './input/read-text.js';
import { relativePath } from './output/place.js';

export interface ReadReport {
  read: ReadDocuments;
  /** What a file of the report is called. */
  name: string;
  /** How much was read, and what was not understood. */
  notes: readonly string[];
}

/** Reads one report out of published documents; every reason why it cannot be read is one clear line. */
export async function readReport(
  files: readonly string[],
  template: string | OwnTemplate | undefined,
  context: Context,
): Promise<ReadReport> {
  const { cwd } = context.io;
  const { readDocuments, failureText, notesOf, largestDocument } = await context.engine.reading();
  const documents = files.map((file) => {
    const path = givenPath(file, cwd);
    return { name: relativePath(path, cwd), bytes: readBytes(path, cwd, largestDocument) };
  });
  const read = await readDocuments(documents, template === undefined ? {} : { template });
  if ('failures' in read) throw new Failure(...read.failures.map(failureText));
  const { header } = read.reading;
  return { read, name: `${header.name}-${header.year}`, notes: notesOf(read.reading) };
}
