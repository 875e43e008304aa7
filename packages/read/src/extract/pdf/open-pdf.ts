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
  return { operators: pdfjs.OPS, pages: pagesOf(document) };
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
