import type { Block, ReportDocument } from '../document/document.js';
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
    const once = await printer.print(renderHtml(document, noNumbers));
    const numbers = pageNumbers(document, pagesOfIds(once));
    if (numbers.size === 0) return settledPdf(once);
    return settledPdf(await printer.print(renderHtml(document, (target) => numbers.get(target) ?? '')));
  } finally {
    await printer.close();
  }
}

/** As wide as any number, so that nothing moves when they are there. */
const noNumbers = () => '000';

/** Counted as they are printed: from the first page behind cover and contents. */
function pageNumbers({ blocks }: ReportDocument, pages: ReadonlyMap<string, number>): Map<string, string> {
  const targets = blocks.flatMap(targetsOf);
  const first = blocks.find((block) => block.kind === 'heading');
  const before = (first && 'id' in first ? (pages.get(first.id) ?? 1) : 1) - 1;
  return new Map(
    targets.flatMap((target) => {
      const page = pages.get(target);
      return page === undefined ? [] : [[target, String(page - before)]];
    }),
  );
}

function targetsOf(block: Block): string[] {
  if (block.kind === 'cover') return block.blocks.flatMap(targetsOf);
  return block.kind === 'contents' ? block.entries.map(({ target }) => target) : [];
}
