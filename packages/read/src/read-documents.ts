import type { Report } from '@fiscal/core';
import { skeletonTemplates, startReport } from '@fiscal/language';
import type { DocumentFile } from './extract/extract.js';
import type { Unreadable } from './extract/unreadable.js';
import type { Published, PublishedBlock } from './published/published.js';
import { fitOf, headerOf } from './reading/header.js';
import { readReport } from './reading/read-report.js';
import type { Header, Reading } from './reading/reading.js';
import { writeSource } from './write/source.js';

/** A report that was read: what it says, and a source that says the same. */
export interface ReadDocuments {
  published: Published;
  reading: Reading;
  source: string;
}

export interface ReadOptions {
  /** A template of the library; the one that fits best where none is named. */
  template?: string;
}

/** What kept a report from being read, and in which file. */
export interface ReadFailure {
  file?: string;
  reason: Unreadable['reason'] | 'no report';
}

/** Below this share of a template's headings a document is not written after it. */
const leastFit = 0.35;

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
    else blocks.push(...ofFile(extracted.published, files.length > 1 ? file.name : undefined));
  }
  if (failures.length > 0) return { failures };
  const published = { blocks };
  const header = headerOf(published, named);
  if (!header) return { failures: [{ reason: 'no report' }] };
  return readPublished(published, withTemplate(published, header));
}

function readPublished(published: Published, header: Header): ReadDocuments {
  const { base, template } = started(header);
  const reading = readReport(published, {
    header,
    template: template!,
    schema: base.schema,
    catalog: base.catalog,
  });
  return { published, reading, source: writeSource(reading, base.schema) };
}

function ofFile({ blocks }: Published, file: string | undefined): readonly PublishedBlock[] {
  if (file === undefined) return blocks;
  return blocks.map((block) => ({ ...block, place: { ...block.place, file } }));
}

/** The template of the library that has most in common with a document. */
function withTemplate(published: Published, header: Header): Header {
  if (header.template !== undefined) return header;
  const ranked = skeletonTemplates
    .map((template) => ({
      template,
      fit: fitOf(published, started({ ...header, template }).template!, header),
    }))
    .sort((a, b) => b.fit - a.fit);
  const [best] = ranked;
  return best && best.fit >= leastFit ? { ...header, template: best.template } : header;
}

/** A report that says nothing yet, with the items and the template that its header names. */
function started({ template, ...header }: Header): Report {
  const nowhere = { line: 0, character: 0 };
  return startReport({
    ...header,
    uri: '',
    percentDecimals: 2,
    ...(template !== undefined && { template }),
    origin: { uri: '', range: { start: nowhere, end: nowhere } },
  });
}
