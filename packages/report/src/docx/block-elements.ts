import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  type Paragraph as AnyParagraph,
  Paragraph,
  type Table as WordTable,
} from 'docx';
import type { Block, ParagraphStyle } from '../document/document.js';
import { headingContent } from '../document/heading-text.js';
import type { Means } from '../means.js';
import { bookmarkName } from './bookmarks.js';
import { chartElements } from './charts.js';
import { contentsField, contentsTitle, type NumberOf } from './contents.js';
import { deepestList, numberingName } from './lists.js';
import { runs, textRun } from './runs.js';
import { styleIds } from './styles.js';
import { type TableEntry, tableElements } from './tables.js';

export type Elements = (AnyParagraph | WordTable)[];

/** What one block is told of the document around it. */
export interface Around {
  means: Means;
  /** The page on which a target of the contents stands. */
  numberOf: NumberOf;
  /** How tables stand in the contents, by their ids. */
  entries: ReadonlyMap<string, TableEntry>;
  /** The number of the list that is being written: lists of one kind count on their own. */
  nextList(): number;
  /** Inside lists. */
  depth: number;
  isQuoted: boolean;
  isCover: boolean;
}

/** One block as paragraphs and tables of Word; `startsPage` where it begins a page of its own. */
export async function blockElements(block: Block, around: Around, startsPage = false): Promise<Elements> {
  switch (block.kind) {
    case 'cover':
      return all(block.blocks, { ...around, isCover: true });
    case 'contents':
      return [
        ...contentsTitle(block),
        ...(await all(block.blocks, around)),
        ...contentsField(block, around.numberOf),
      ];
    case 'heading':
      return [heading(block, startsPage)];
    case 'paragraph':
      return [new Paragraph({ style: styleOf(block.style, around), children: runs(block.content) })];
    case 'list':
      return list(block, around);
    case 'quote':
      return all(block.blocks, { ...around, isQuoted: true });
    case 'preformatted':
      return block.text
        .split(/\r\n?|\n/)
        .map(
          (line) =>
            new Paragraph({ style: styleIds.preformatted, children: textRun(line.replace(/\t/g, '    ')) }),
        );
    case 'chart':
      return chartElements(block, around.means);
    case 'table':
      return tableElements(block, around.entries.get(block.id), startsPage);
  }
}

async function all(blocks: readonly Block[], around: Around): Promise<Elements> {
  const elements: Elements = [];
  for (const block of blocks) elements.push(...(await blockElements(block, around)));
  return elements;
}

function styleOf(style: ParagraphStyle, { isQuoted, isCover }: Around): string {
  if (isCover) return coverStyles[style];
  return isQuoted && style === 'body' ? styleIds.quote : styleIds[style];
}

/** On the cover everything is centred and large. */
const coverStyles: Record<ParagraphStyle, string> = {
  title: styleIds.coverTitle,
  subtitle: styleIds.coverSubtitle,
  centered: styleIds.coverLine,
  body: styleIds.coverLine,
  note: styleIds.coverLine,
  item: styleIds.coverLine,
};

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Centred, without an indent, one line free below. */
const annexTitle = {
  alignment: AlignmentType.CENTER,
  indent: { firstLine: 0, firstLineChars: 0 },
  spacing: { after: 280 },
};

function heading(block: Extract<Block, { kind: 'heading' }>, startsPage: boolean): Paragraph {
  return new Paragraph({
    heading: levels[Math.min(block.level, levels.length) - 1],
    ...(block.startsPage && annexTitle),
    pageBreakBefore: startsPage,
    children: [new Bookmark({ id: bookmarkName(block.id), children: runs(headingContent(block)) })],
  });
}

/** The first paragraph of an item carries its number; what follows in the item stands below it. */
async function list(block: Extract<Block, { kind: 'list' }>, around: Around): Promise<Elements> {
  const level = Math.min(around.depth, deepestList);
  const numbering = { reference: numberingName(block), level, instance: around.nextList() };
  const inner = { ...around, depth: around.depth + 1 };
  const elements: Elements = [];
  for (const [first, ...rest] of block.items) {
    const isParagraph = first?.kind === 'paragraph';
    const children = isParagraph ? runs(first.content) : [];
    elements.push(new Paragraph({ style: styleIds.item, numbering, children }));
    elements.push(...(await all(isParagraph || !first ? rest : [first, ...rest], inner)));
  }
  return elements;
}
