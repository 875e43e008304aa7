import type { Html, Nodes, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { occupy } from '../published/grid.js';
import type { Place, Published, PublishedBlock } from '../published/published.js';
import { readHtml } from './html.js';

/** Markdown, with tables of its own kind and of HTML. */
export function readMarkdown(text: string, place: Place = {}): Published {
  const tree: Root = fromMarkdown(text, {
    extensions: [gfmTable(), { disable: { null: ['codeIndented'] } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return { blocks: tree.children.flatMap((node) => blocksOf(node, place)) };
}

function blocksOf(node: RootContent, outer: Place): PublishedBlock[] {
  const place = { ...outer, ...(node.position && { line: node.position.start.line }) };
  switch (node.type) {
    case 'heading':
      return linesOf(node, place).map((line) => ({ ...line, level: node.depth }));
    case 'html':
      return htmlBlocks(node, place);
    case 'table':
      return [gridOf(node, place)];
    case 'code':
      return node.value.split('\n').map((text) => ({ kind: 'line', text, place }));
    case 'blockquote':
    case 'list':
    case 'listItem':
      return isOfLinks(node) ? [] : node.children.flatMap((child) => blocksOf(child, place));
    case 'paragraph':
      return linesOf(node, place);
    default:
      return [];
  }
}

/** A list of contents: every entry only leads elsewhere. */
function isOfLinks(node: Nodes): boolean {
  if (node.type === 'paragraph') return node.children.every(({ type }) => type === 'link');
  if (node.type !== 'list' && node.type !== 'listItem') return false;
  return node.children.length > 0 && node.children.every(isOfLinks);
}

function htmlBlocks({ value }: Html, place: Place): PublishedBlock[] {
  return readHtml(value, place).blocks.slice();
}

function linesOf(node: Nodes, place: Place): (PublishedBlock & { kind: 'line' })[] {
  return wordsOf(node)
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'line', text, place }));
}

/** Pictures say again what their caption and the text say. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function gridOf(table: Table, place: Place): PublishedBlock {
  const rows = table.children.map((row) => {
    const own = { ...place, ...(row.position && { line: row.position.start.line }) };
    return row.children.map((cell) => ({
      text: wordsOf(cell).trim(),
      columnSpan: 1,
      rowSpan: 1,
      place: own,
    }));
  });
  return { kind: 'grid', rows: occupy(rows, place), isRuled: true, place };
}
