import type { Report } from '@fiscal/core';
import { type FileDefinitions, formatText, skeletonTemplates, startReport } from '@fiscal/language';
import type { DocumentFile } from './extract/extract.js';
import { withOwnPlaces } from './place/own-places.js';
import type { Unreadable } from './extract/unreadable.js';
import type { Published, PublishedBlock } from './published/published.js';
import { withoutContents } from './published/without-contents.js';
import { fitOf } from './reading/fit.js';
import { headerOf } from './reading/header.js';
import type { Heard } from './reading/interpret.js';
import { type Outline, outlineOf, type Parts, partsOf } from './reading/outline.js';
import { readReport } from './reading/read-report.js';
import type { Header, Reading } from './reading/reading.js';
import { withoutRightRates } from './reading/right-rates.js';
import { sourceText } from './write/source.js';

/** A report that was read: what it says, and a source that says the same. */
export interface ReadDocuments {
  published: Published;
  reading: Reading;
  readonly source: string;
  /** The same as nobody reads it: what is only checked need not be laid out. */
  statements: string;
  /** How the document is made, and of what its template is. */
  outline: Outline;
  parts: Parts;
  /** The same document, as if its tables said this. */
  readWith(tables: Outline['tables']): ReadDocuments;
}

export interface ReadOptions {
  /** A template of the library; the one that fits best where none is named. */
  template?: string | OwnTemplate;
}

/** A template of an author's own. */
export interface OwnTemplate {
  name: string;
  /** What its file defines. */
  definitions: FileDefinitions;
  /** As the source refers to the file. */
  reference: string;
}

/** What kept a report from being read, and in which file. */
export interface ReadFailure {
  file?: string;
  reason: Unreadable['reason'] | 'no report';
}

/** Below this share of a template's headings a document is not written after it. */
const leastFit = 0.35;

/** Ten times what the longest reports have: what is longer is none, and would take as long to be looked through. */
const mostCharacters = 2_000_000;

function lengthOf(blocks: readonly PublishedBlock[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'line' ? block.text.length : 0), 0);
}

/** Reads one report out of the documents that it was published in: text in one, tables in another. */
export async function readDocuments(
  files: readonly DocumentFile[],
  { template: named }: ReadOptions = {},
): Promise<ReadDocuments | { failures: readonly ReadFailure[] }> {
  const blocks: PublishedBlock[] = [];
  const failures: ReadFailure[] = [];
  // Loaded when the first document comes: a program that reads none need not have it.
  const { extract } = await import('./extract/load.js');
  for (const file of files) {
    const extracted = await extract(file);
    if ('unreadable' in extracted) failures.push({ file: file.name, reason: extracted.unreadable.reason });
    else
      for (const block of ofFile(extracted.published, files.length > 1 ? file.name : undefined))
        blocks.push(block);
  }
  if (failures.length > 0) return { failures };
  if (lengthOf(blocks) > mostCharacters) return { failures: [{ reason: 'too large' }] };
  const published = withoutContents(withOwnPlaces({ blocks }));
  const own = typeof named === 'object' ? named : undefined;
  const header = headerOf(
    published,
    typeof named === 'object' ? named.name : named,
    files.map(({ name }) => name),
  );
  if (!header) return { failures: [{ reason: 'no report' }] };
  return readPublished(published, own ? { ...header, templateFile: own.reference } : header, own);
}

/** Without a template that fits, tables are read by the titles and columns that they have everywhere, and prose is text. */
function readPublished(published: Published, header: Header, own: OwnTemplate | undefined): ReadDocuments {
  const { name, fits } = bestTemplate(published, header);
  const { base, template } = started({ ...header, template: name }, own && [own.definitions]);
  const { schema, catalog } = base;
  const known = fits ? { ...header, template: name } : header;
  const parts = partsOf(known, template!, schema);
  const heard: Heard = new Map();
  const read = (outline: Outline): ReadDocuments => {
    const reading = withoutRightRates(readReport(outline, parts, known, base, heard), schema, catalog);
    const readWith = (tables: Outline['tables']) => read({ ...outline, tables });
    const statements = sourceText(reading, schema, catalog);
    let source: string | undefined;
    return {
      published,
      reading,
      statements,
      outline,
      parts,
      readWith,
      get source() {
        return (source ??= formatText(statements));
      },
    };
  };
  return read(outlineOf(published, parts));
}

function ofFile({ blocks }: Published, file: string | undefined): readonly PublishedBlock[] {
  if (file === undefined) return blocks;
  return blocks.map((block) => ({ ...block, place: { ...block.place, file } }));
}

/** The template of the library that has most in common with a document, and whether the document is written after it. */
function bestTemplate(published: Published, header: Header): { name: string; fits: boolean } {
  if (header.template !== undefined) return { name: header.template, fits: true };
  const ranked = skeletonTemplates
    .map((name) => ({ name, ...fitOf(published, started({ ...header, template: name }).template!, header) }))
    .sort((a, b) => b.share - a.share || b.count - a.count);
  const { name, share } = ranked[0]!;
  return { name, fits: share >= leastFit };
}

/** A report that says nothing yet, with the items and the template that its header names. */
function started({ template, ...header }: Header, definitions: readonly FileDefinitions[] = []): Report {
  const nowhere = { line: 0, character: 0 };
  return startReport({
    ...header,
    uri: '',
    percentDecimals: 2,
    definitions,
    ...(template !== undefined && { template }),
    origin: { uri: '', range: { start: nowhere, end: nowhere } },
  });
}
