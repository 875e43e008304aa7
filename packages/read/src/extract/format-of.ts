import type { Unreadable } from './unreadable.js';

export type FormatName = 'markdown' | 'html';

const byExtension: Readonly<Record<string, FormatName>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/** Extensions of the documents that can be read. */
export const readableExtensions: readonly string[] = Object.keys(byExtension);

/** Of larger files no report is made. */
export const largestDocument = 64 * 1024 * 1024;

/** What a document is, by its first bytes, else by its name. */
export function formatOf(name: string, bytes: Uint8Array): FormatName | Unreadable {
  if (bytes.length === 0) return { reason: 'empty' };
  if (bytes.length > largestDocument) return { reason: 'too large' };
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return byExtension[extension] ?? { reason: 'unknown format' };
}
