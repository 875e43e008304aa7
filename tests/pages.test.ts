import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { describe, expect, test, vi } from 'vitest';
import type { Block, ReportDocument } from '@fiscal/report';
import { exampleFiles } from './check.js';
import { cellTexts, plain, tablesIn, textsOf } from './office/document-texts.js';
import { exampleOf, published } from './office/published.js';

vi.setConfig({ testTimeout: 120_000 });

/** What a page says: the rows of its tables, and each text that stands outside of them. */
interface Page {
  tables: string[][][];
  texts: string[];
}

const examples = exampleFiles.map((path) => ({ path, ...exampleOf(path) }));

describe.each(examples)('$path', ({ document }) => {
  const expected = {
    tables: tablesIn(document.blocks).map((table) => cellTexts(table).map((cells) => cells.map(squeezed))),
    texts: [...outsideTables(document), ...captions(document)],
  };

  test.each([
    ['html', readHtml],
    ['markdown', readMarkdown],
  ] as const)('as %s has every text and every cell once', async (format, read) => {
    const page = read([...(await published(format, document)).values()].at(-1) as string);
    expect(page.tables).toEqual(expected.tables);
    expect(page.texts.toSorted()).toEqual(expected.texts.toSorted());
  });
});

/** Paragraphs, headings, items of lists. */
function outsideTables(document: ReportDocument): string[] {
  const withoutTables = { ...document, blocks: document.blocks.flatMap(without) };
  return textsOf(withoutTables).map(squeezed).filter(Boolean);
}

function without(block: Block): Block[] {
  if (block.kind === 'table') return [];
  if (block.kind === 'list') return [{ ...block, items: block.items.map((item) => item.flatMap(without)) }];
  return 'blocks' in block ? [{ ...block, blocks: block.blocks.flatMap(without) } as Block] : [block];
}

/** What stands above a table and below it. */
function captions({ blocks }: ReportDocument): string[] {
  return tablesIn(blocks).flatMap(({ title, label, unit, notes }) =>
    [plain(title), [plain(label), unit].filter(Boolean).join(' '), ...notes.map(plain)]
      .map(squeezed)
      .filter(Boolean),
  );
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

type HtmlNode = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const units = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'li', 'figcaption', 'pre']);
const silent = new Set(['head', 'script', 'style', 'svg']);

function readHtml(html: string): Page {
  const page: Page = { tables: [], texts: [] };
  visit(parse(html), page);
  return page;
}

/** The text of a node that is none by itself; whatever is one is noted. */
function visit(node: HtmlNode, page: Page): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (node.nodeName === 'br') return ' ';
  if (silent.has(node.nodeName) || isAside(node) || isContents(node)) return '';
  if (node.nodeName === 'table') return table(node as Element, page);
  const text = childrenOf(node)
    .map((child) => visit(child, page))
    .join('');
  if (!units.has(node.nodeName)) return text;
  note(text, page);
  return '';
}

/** For those who do not see: it repeats what a picture shows, or leads on. */
function isAside(node: HtmlNode): boolean {
  const classes = 'attrs' in node ? node.attrs.find(({ name }) => name === 'class')?.value : '';
  return /(^| )(visually-hidden|skip)( |$)/.test(classes ?? '');
}

/** The contents repeat the headings. */
function isContents({ nodeName, ...node }: HtmlNode): boolean {
  return nodeName === 'ol' && 'parentNode' in node && node.parentNode?.nodeName === 'nav';
}

function table(node: Element, page: Page): string {
  const rows: string[][] = [];
  const read = (child: HtmlNode): void => {
    if (child.nodeName === 'caption') for (const text of lines(child)) note(text, page);
    else if (child.nodeName === 'tr')
      rows.push(
        childrenOf(child)
          .filter(({ nodeName }) => units.has(nodeName))
          .map((cell) => squeezed(words(cell))),
      );
    else childrenOf(child).forEach(read);
  };
  childrenOf(node).forEach(read);
  page.tables.push(rows);
  return '';
}

/** A caption: its title, and the line below it. */
function lines(node: HtmlNode): string[] {
  const below = childrenOf(node).flatMap((child) => ('attrs' in child ? childrenOf(child) : []));
  return below.map((part) => childrenOf(part).map(words).join(' '));
}

function words(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return node.nodeName === 'br' ? ' ' : childrenOf(node).map(words).join('');
}

function childrenOf(node: HtmlNode): HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function note(text: string, { texts }: Page): void {
  if (squeezed(text) !== '') texts.push(squeezed(text));
}

function readMarkdown(text: string): Page {
  const page: Page = { tables: [], texts: [] };
  const extensions = {
    extensions: [gfmTable(), cjkFriendlyExtension()],
    mdastExtensions: [gfmTableFromMarkdown()],
  };
  visitMarkdown(fromMarkdown(text, extensions), page);
  return page;
}

function visitMarkdown(node: Nodes, page: Page): void {
  if (node.type === 'html') visit(parseFragment(node.value), page);
  else if (node.type === 'table')
    page.tables.push(node.children.map((row) => row.children.map((cell) => squeezed(markdownWords(cell)))));
  else if (node.type === 'list' && node.children.every(isLink)) return;
  else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'code')
    note(markdownWords(node), page);
  else if ('children' in node) for (const child of node.children) visitMarkdown(child, page);
}

function isLink({ children: [first] }: { children: Nodes[] }): boolean {
  return first?.type === 'paragraph' && first.children[0]?.type === 'link';
}

function markdownWords(node: Nodes): string {
  if (node.type === 'html') return words(parseFragment(node.value)) || (/^<br/.test(node.value) ? ' ' : '');
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(markdownWords).join('') : '';
}
