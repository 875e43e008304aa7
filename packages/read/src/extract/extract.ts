import type { Published } from '../published/published.js';
import { type FormatName, formatOf } from './format-of.js';
import { type Unreadable, UnreadableError } from './unreadable.js';

export interface DocumentFile {
  /** Its name, by the end of which its format is told where its bytes do not. */
  name: string;
  bytes: Uint8Array;
}

export type Extracted = { published: Published } | { unreadable: Unreadable };

/** Each format's reader, loaded when the first document of that format comes. */
const readers: Record<FormatName, (bytes: Uint8Array) => Promise<Published>> = {
  markdown: async (bytes) => (await import('./markdown.js')).readMarkdown(await textOf(bytes)),
  html: async (bytes) => (await import('./html.js')).readHtml(await textOf(bytes)),
  text: async (bytes) => (await import('./plain-text.js')).readPlainText(await textOf(bytes)),
  pdf: async (bytes) => (await import('./pdf/read-pdf.js')).readPdf(bytes),
  docx: async (bytes) => (await import('./office/docx.js')).readDocx(bytes),
  xlsx: async (bytes) => (await import('./office/xlsx.js')).readXlsx(bytes),
  xls: async (bytes) => (await import('./office/xls.js')).readXls(bytes),
};

/** The lines and grids of a document; why there are none where it cannot be read. Nothing that it refers to is loaded. */
export async function extract({ name, bytes }: DocumentFile): Promise<Extracted> {
  const format = formatOf(name, bytes);
  if (typeof format !== 'string') return { unreadable: format };
  try {
    return { published: await readers[format](bytes) };
  } catch (error) {
    if (error instanceof UnreadableError) return { unreadable: error.unreadable };
    // Readers of formats throw in their own words whatever a broken file makes them do.
    return { unreadable: { reason: 'broken' } };
  }
}

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await import('./text-of.js')).textOf(bytes);
}

/** The pages, from 1, to which the named places of a PDF lead. */
export async function destinationsOf(pdf: Uint8Array): Promise<Map<string, number>> {
  return (await import('./pdf/open-pdf.js')).destinationsOf(pdf);
}
