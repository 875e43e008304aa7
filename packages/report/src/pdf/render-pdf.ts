import { numberToCome, pageNumbers } from '../document/contents-pages.js';
import type { ReportDocument } from '../document/document.js';
import { renderHtml } from '../html/render-html.js';
import { CannotPrint, type Means } from '../means.js';
import { withSplitTables } from '../table-layout/split-table.js';
import { pagesOfIds } from './page-places.js';
import { settledPdf } from './settled-pdf.js';

/**
 * The page as a browser prints it. No browser can say in a list of contents on which page something will stand: it is
 * printed once to see, and again with the numbers.
 */
export async function renderPdf(whole: ReportDocument, { printer: start }: Means): Promise<Uint8Array> {
  if (!start) throw new CannotPrint('no-browser');
  const document = { ...whole, blocks: withSplitTables(whole.blocks) };
  const printer = await start();
  try {
    const once = await printer.print(renderHtml(document, () => numberToCome));
    const pages = pagesOfIds(once);
    const numbers = pageNumbers(document, (target) => pages.get(target));
    if (numbers.size === 0) return settledPdf(once);
    return settledPdf(await printer.print(renderHtml(document, (target) => numbers.get(target) ?? '')));
  } finally {
    await printer.close();
  }
}
