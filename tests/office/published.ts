import { listFacts, type Report } from '@fiscal/core';
import { compose, type Machine, publications, publish, type ReportDocument } from '@fiscal/report';
import { loadExample } from '../check.js';

/** A drawing of a chart, for tests that look at words alone. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const drawing: Machine['drawing'] = async () => onePixel;

export interface Example {
  report: Report;
  document: ReportDocument;
}

/** An example as its template says it looks. */
export function exampleOf(path: string): Example {
  const { reports } = loadExample(path);
  const report = reports.find(({ uri }) => decodeURI(uri).endsWith(path))!;
  return { report, document: compose(report).document };
}

/** The files of one format by their names, the report itself last. */
export async function published(
  format: string,
  document: ReportDocument,
  report?: Report,
): Promise<Map<string, string | Uint8Array>> {
  const chosen = publications.filter(({ name }) => name === format);
  const facts = report && { facts: () => listFacts(report.base) };
  const files = await publish(document, '报告', chosen, { drawing, ...facts });
  return new Map(files.map(({ name, content }) => [name, content]));
}

/** The report itself, in a format that is bytes. */
export async function publishedBytes(
  format: string,
  document: ReportDocument,
  report?: Report,
): Promise<Uint8Array> {
  return [...(await published(format, document, report)).values()].at(-1) as Uint8Array;
}
