import type { Finding } from '@fiscal/core';
import { documentFindings, documentPlaces, readDocuments } from '@fiscal/read';
import { findingsOf, loadText } from './check.js';

/** All that is found in a published document. */
export async function checkDocument(name: string, bytes: Uint8Array): Promise<Finding[]> {
  const read = await readDocuments([{ name, bytes }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const workspace = loadText(read.source);
  return documentFindings(read, workspace.reports[0]!, documentPlaces(read), findingsOf(workspace));
}
