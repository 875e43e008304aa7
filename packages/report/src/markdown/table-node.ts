import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { BlockContent, PhrasingContent, TableRow as MarkdownRow } from 'mdast';
import type { Inline, Table } from '../document/document.js';
import { onLines } from '../html/layout.js';
import { tableParts } from '../html/table-element.js';
import { bareTable } from './bare-table.js';
import { inlineNodes } from './inline-nodes.js';

/** A pipe table where GFM can say it, an HTML table where cells span columns or rows. */
export function tableNode(table: Table): BlockContent {
  const bare = bareTable(table);
  return isPlain(bare) ? pipeTable(bare) : { type: 'html', value: htmlTable(bare) };
}

function isPlain({ header, columns }: Table): boolean {
  const [row, ...further] = header;
  if (row === undefined || further.length > 0 || row.length !== columns.length) return false;
  return row.every((cell) => cell.columnSpan === 1 && cell.rowSpan === 1);
}

function pipeTable(table: Table): BlockContent {
  const header = table.header[0]!.map((cell) => cell.content);
  const rows = table.rows.map((row) => row.cells.map((cell) => cell.content));
  return {
    type: 'table',
    align: table.columns.map(({ align }) => align),
    children: [header, ...rows].map(rowNode),
  };
}

function rowNode(cells: Inline[][]): MarkdownRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: inlineNodes(cell).map(withoutBreak) })),
  };
}

/** A cell is one line. */
function withoutBreak(node: PhrasingContent): PhrasingContent {
  return node.type === 'break' ? { type: 'html', value: '<br>' } : node;
}

/** No line of it is blank: a blank line would end the HTML for Markdown. */
function htmlTable(table: Table): string {
  return toHtml(onLines(h('table', tableParts(table))));
}
