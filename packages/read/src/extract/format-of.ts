import type { Unreadable } from './unreadable.js';

export type FormatName = 'markdown' | 'html' | 'text' | 'pdf' | 'docx' | 'xlsx' | 'xls';

const byExtension: Readonly<Record<string, FormatName>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  xls: 'xls',
};

/** Extensions of the documents that can be read. */
export const readableExtensions: readonly string[] = Object.keys(byExtension);

/** The first bytes of files. */
const olderOffice = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b];

/** Of larger files no report is made. */
export const largestDocument = 64 * 1024 * 1024;

/** What a document is, by its first bytes, else by its name. */
export function formatOf(name: string, bytes: Uint8Array): FormatName | Unreadable {
  if (bytes.length === 0) return { reason: 'empty' };
  if (bytes.length > largestDocument) return { reason: 'too large' };
  if (beginsWith(bytes, '%PDF-')) return 'pdf';
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = byExtension[extension];
  if (format === 'xls') return formatOfOlder(bytes);
  // A file of Office with a password, and those of its older formats, begin alike.
  if (startsWith(bytes, olderOffice)) return { reason: format === undefined ? 'old format' : 'encrypted' };
  const isZip = startsWith(bytes, zip);
  if (format === 'pdf' || ((format === 'docx' || format === 'xlsx') && !isZip)) return { reason: 'broken' };
  return format ?? { reason: 'unknown format' };
}

/** Programs save newer workbooks, and tables of web pages, under the older name. */
function formatOfOlder(bytes: Uint8Array): FormatName | Unreadable {
  if (startsWith(bytes, olderOffice)) return 'xls';
  if (startsWith(bytes, zip)) return 'xlsx';
  if (beginsWith(bytes, '<?xml')) return 'xls';
  return beginsWith(bytes, '<') ? 'html' : { reason: 'broken' };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Within the first kilobyte: some programs write something before it. */
function beginsWith(bytes: Uint8Array, mark: string): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.includes(mark);
}
