import type { Table as MarkdownTable, TableCell as MarkdownCell } from 'mdast';
import type { Inline, Table, TableColumn } from './document.js';
import { plainText } from './plain-text.js';

/** A GFM table as a table without title, label and unit. */
export function markdownTable(
  node: MarkdownTable,
  id: string,
  content: (cell: MarkdownCell) => Inline[],
): Table {
  const [header = [], ...body] = node.children.map((row) => row.children.map(content));
  const rows = body.map((row) => header.map((_, column) => row[column] ?? []));
  return {
    kind: 'table',
    id,
    title: [],
    label: [],
    unit: '',
    header: [header.map((cell) => ({ content: cell, columnSpan: 1, rowSpan: 1 }))],
    columns: header.map((_, column) => ({ align: alignment(node, column, rows) })),
    rows: rows.map((row) => ({ total: false, cells: row.map((cell) => ({ content: cell, header: false })) })),
    notes: [],
  };
}

/** As the author marked it; otherwise figures right, words left. */
function alignment(node: MarkdownTable, column: number, rows: Inline[][][]): TableColumn['align'] {
  const marked = node.align?.[column];
  if (marked) return marked;
  const texts = rows.map((row) => plainText(row[column] ?? []).trim()).filter((text) => text !== '');
  return texts.length > 0 && texts.every(isFigure) ? 'right' : 'left';
}

/** Private-use characters are the marks of figures that composing puts in afterwards. */
function isFigure(text: string): boolean {
  return /^[-−—+]*(?:[\d,，]+(?:\.\d+)?\s*[%％‰]?)?$/.test(text.replace(/\p{Co}/gu, ''));
}
