import { UnreadableError } from '../unreadable.js';
import type { Drawing, Operators } from './ruling-lines.js';
import type { TextItem } from './words.js';

/** What is asked of a page. */
export interface PdfPage {
  number: number;
  height: number;
  items: readonly TextItem[];
  drawing: Drawing;
}

export interface OpenPdf {
  operators: Operators;
  pages: AsyncGenerator<PdfPage>;
}

/** Reports have some dozens of pages. */
const mostPages = 600;

/**
 * Opens a PDF with pdfjs on this thread. Nothing is fetched, no font is made, no script of the document runs.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { document, operators } = await opened(bytes);
  return { operators, pages: pagesOf(document) };
}

/** The pages, from 1, to which the named places of a PDF lead. */
export async function destinationsOf(bytes: Uint8Array): Promise<Map<string, number>> {
  const { document } = await opened(bytes);
  try {
    const found = new Map<string, number>();
    for (const [name, place] of Object.entries(await document.getDestinations())) {
      const page = (place as unknown[])[0] as Parameters<PdfDocument['getPageIndex']>[0];
      found.set(name, (await document.getPageIndex(page)) + 1);
    }
    return found;
  } finally {
    await document.destroy();
  }
}

async function opened(bytes: Uint8Array): Promise<{ document: PdfDocument; operators: Operators }> {
  const { pdfjs } = await import('./pdfjs.js');
  // A copy: pdfjs takes what it is given.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    maxImageSize: 1,
  });
  const document = await task.promise.catch((error: unknown) => {
    throw new UnreadableError(isAboutPassword(error) ? 'encrypted' : 'broken');
  });
  if (document.numPages > mostPages) throw new UnreadableError('too large');
  return { document, operators: pdfjs.OPS };
}

function isAboutPassword(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

type PdfDocument = Awaited<ReturnType<(typeof import('./pdfjs.js'))['pdfjs']['getDocument']>['promise']>;

async function* pagesOf(document: PdfDocument): AsyncGenerator<PdfPage> {
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [drawing, { items }] = [await page.getOperatorList(), await page.getTextContent()];
      const { height } = page.getViewport({ scale: 1 });
      yield { number, height, items: items as readonly TextItem[], drawing };
      page.cleanup();
    }
  } finally {
    await document.destroy();
  }
}
