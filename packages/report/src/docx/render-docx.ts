import { Document, type ISectionOptions, Packer } from 'docx';
import { firstHeading, listedTargets, numberToCome, pageNumbers } from '../document/contents-pages.js';
import type { Block, ContentsEntry, ReportDocument } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { printable } from '../document/printable.js';
import type { Means, WordLayout } from '../means.js';
import { withSplitTables } from '../table-layout/split-table.js';
import { type Around, blockElements, type Elements } from './block-elements.js';
import { bookmarkName } from './bookmarks.js';
import type { NumberOf } from './contents.js';
import { numberings } from './lists.js';
import { type Pages, pagesOf, sectionOptions } from './sections.js';
import { settled } from './settled.js';
import { styles } from './styles.js';
import type { TableEntry } from './tables.js';

/** The report as Word signs and files it, after GB/T 9704-2012; the same report gives the same bytes. */
export async function renderDocx(document: ReportDocument, means: Means): Promise<Uint8Array> {
  const layout = listedTargets(document).length > 0 ? await means.wordLayout?.() : undefined;
  if (!layout) return written(document, means, () => '');
  const drawnOnce = { ...means, ...(means.drawing && { drawing: remembered(means.drawing) }) };
  const numbers = await numbersIn(layout, document, await written(document, drawnOnce, () => numberToCome));
  return written(document, drawnOnce, (target) => numbers.get(target) ?? '');
}

/** What the contents have to say, as a program that lays out Word files counts. */
async function numbersIn(
  layout: WordLayout,
  document: ReportDocument,
  file: Uint8Array,
): Promise<Map<string, string>> {
  const asked = [firstHeading(document) ?? [], listedTargets(document)].flat();
  const pages = await layout(file, asked.map(bookmarkName));
  return pageNumbers(document, (target) => pages.get(bookmarkName(target)));
}

function remembered<T>(make: (of: string) => Promise<T>): (of: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (of) => {
    const result = made.get(of) ?? make(of);
    made.set(of, result);
    return result;
  };
}

async function written(document: ReportDocument, means: Means, numberOf: NumberOf): Promise<Uint8Array> {
  const pages = pagesOf(withSplitTables(titled(document)));
  const around = aroundOf(document, means, numberOf);
  const sections: ISectionOptions[] = [];
  for (const [index, each] of pages.entries()) {
    const isFirstOfText = pages.findIndex(({ role }) => role === 'text') === index;
    sections.push({ ...sectionOptions(each, isFirstOfText), children: await elementsOf(each, around) });
  }
  const title = printable(document.title);
  const file = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles,
    numbering: numberings(document.blocks.flatMap(listsIn)),
    evenAndOddHeaderAndFooters: true,
    sections,
  });
  return settled(await Packer.pack(file, 'uint8array'));
}

/** The report's title comes first even if no cover gives one. */
function titled({ title, blocks }: ReportDocument): Block[] {
  if (blocks.some((block) => block.kind === 'cover' && block.blocks.some(isTitle))) return blocks;
  return [{ kind: 'paragraph', style: 'title', content: [{ kind: 'text', text: title }] }, ...blocks];
}

function isTitle(block: Block): boolean {
  return block.kind === 'paragraph' && block.style === 'title';
}

function aroundOf({ blocks }: ReportDocument, means: Means, numberOf: NumberOf): Around {
  let lists = 0;
  const tables = new Set(blocks.flatMap((block) => (block.kind === 'table' ? [block.id] : [])));
  const entries = blocks.flatMap(entriesOf).filter(({ target }) => tables.has(target));
  return {
    means,
    numberOf,
    entries: new Map(
      entries.map(({ target, level, content }): [string, TableEntry] => [
        target,
        { level, text: plainText(content) },
      ]),
    ),
    nextList: () => ++lists,
    depth: 0,
    isQuoted: false,
    isCover: false,
  };
}

function entriesOf(block: Block): ContentsEntry[] {
  if (block.kind === 'cover') return block.blocks.flatMap(entriesOf);
  return block.kind === 'contents' ? block.entries : [];
}

async function elementsOf({ blocks }: Pages, around: Around): Promise<Elements> {
  const elements: Elements = [];
  for (const [index, block] of blocks.entries())
    elements.push(...(await blockElements(block, around, index > 0 && startsPage(block, blocks[index - 1]))));
  return elements;
}

/** A part begins a page, and so does a form or a report of its own, unless the part's heading stands right before it. */
function startsPage(block: Block, before: Block | undefined): boolean {
  if (block.kind === 'heading' && block.level === 1) return !block.runsOn;
  return 'startsPage' in block && before?.kind !== 'heading';
}

function listsIn(block: Block): Extract<Block, { kind: 'list' }>[] {
  switch (block.kind) {
    case 'list':
      return [block, ...block.items.flat().flatMap(listsIn)];
    case 'cover':
    case 'quote':
    case 'contents':
      return block.blocks.flatMap(listsIn);
    default:
      return [];
  }
}
