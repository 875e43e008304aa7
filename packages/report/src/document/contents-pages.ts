import type { Block, ReportDocument } from './document.js';

/** As wide as any number, for what is laid out only to see where everything comes to stand. */
export const numberToCome = '000';

/**
 * What the contents say of each target, `pages` being the sheets from 1 on which targets stand. Counted as they are
 * printed: from the first page behind cover and contents.
 */
export function pageNumbers(
  document: ReportDocument,
  pages: (target: string) => number | undefined,
): Map<string, string> {
  const before = (pages(firstHeading(document) ?? '') ?? 1) - 1;
  return new Map(
    listedTargets(document).flatMap((target) => {
      const page = pages(target);
      return page === undefined ? [] : [[target, String(page - before)]];
    }),
  );
}

/** The id with which the text begins. */
export function firstHeading({ blocks }: ReportDocument): string | undefined {
  return blocks.find((block) => block.kind === 'heading')?.id;
}

/** Where the entries of the contents lead. */
export function listedTargets({ blocks }: ReportDocument): string[] {
  return blocks.flatMap(targetsOf);
}

function targetsOf(block: Block): string[] {
  if (block.kind === 'cover') return block.blocks.flatMap(targetsOf);
  return block.kind === 'contents' ? block.entries.map(({ target }) => target) : [];
}
