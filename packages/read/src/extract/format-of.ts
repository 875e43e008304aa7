import type { Unreadable } from './unreadable.js';

export type FormatName = 'markdown' | 'html' | 'text' | 'pdf';

const byExtension: Readonly<Record<string, FormatName>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
  pdf: 'pdf',
};

/** Extensions of the documents that can be read. */
export const readableExtensions: readonly string[] = Object.keys(byExtension);

/** Of larger files no report is made. */
export const largestDocument = 64 * 1024 * 1024;

/** What a document is, by its first bytes, else by its name. */
export function formatOf(name: string, bytes: Uint8Array): FormatName | Unreadable {
  if (bytes.length === 0) return { reason: 'empty' };
  if (bytes.length > largestDocument) return { reason: 'too large' };
  if (beginsWith(bytes, '%PDF-')) return 'pdf';
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = byExtension[extension];
  if (format === 'pdf') return { reason: 'broken' };
  return format ?? { reason: 'unknown format' };
}

/** Within the first kilobyte: some programs write something before it. */
function beginsWith(bytes: Uint8Array, mark: string): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.includes(mark);
}
