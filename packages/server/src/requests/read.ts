import { failureText, readDocuments, summaryOf } from '@fiscal/read';
import { bytesOf } from '../base64.js';
import type { ReadParams, ReadResult } from '../protocol.js';

/** The source of a report that was published: the same that the command line writes. */
export async function read({ files }: ReadParams): Promise<ReadResult> {
  const documents = files.map(({ name, base64 }) => ({ name, bytes: bytesOf(base64) }));
  const found = await readDocuments(documents);
  if ('failures' in found) return { failures: found.failures.map(failureText) };
  const { header, unread } = found.reading;
  return {
    failures: [],
    report: {
      name: `${header.name}-${header.year}`,
      source: found.source,
      summary: summaryOf(found.reading),
      unread: unread.length,
    },
  };
}
