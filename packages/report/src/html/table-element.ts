import type { Element } from 'hast';
import { h } from 'hastscript';
import type { HeaderCell, Table, TableCell, TableRow } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { textWidth } from '../measure/text-measure.js';
import { longestWhole } from '../table-layout/column-needs.js';
import { inlineElements } from './inline-element.js';
import { onLines } from './layout.js';
import { type Marks, noMarks } from './marks.js';
import type { PinnedHeaders } from './pinned-headers.js';

/** Header and body of a table, rows on lines of their own; the caller adds caption and column widths. */
export function tableParts(
  table: Table,
  pinned: PinnedHeaders = new Map(),
  marks: Marks = noMarks,
): Element[] {
  const headerRow = (row: HeaderCell[]) => row.map((cell) => headerCell(cell, pinned.get(cell), marks));
  const header = table.header.map((row) => onLines(h('tr', headerRow(row)), 2));
  const body = table.rows.map((row) => onLines(bodyRow(row, table, marks), 2));
  const parts = [h('thead', header), h('tbody', body)].filter((part) => part.children.length > 0);
  return parts.map((part) => onLines(part, 1));
}

/** `before`: em that may leave the view before the cell stays; undefined when it does not stay. */
function headerCell(cell: HeaderCell, before: number | undefined, marks: Marks): Element {
  return h(
    'th',
    {
      scope: cell.columnSpan > 1 ? 'colgroup' : 'col',
      colSpan: cell.columnSpan > 1 ? cell.columnSpan : undefined,
      rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
      className: before === undefined ? undefined : 'pinned',
      style: before ? `left: -${before.toFixed(2)}em` : undefined,
    },
    inlineElements(cell.content, marks),
  );
}

function bodyRow(row: TableRow, table: Table, marks: Marks): Element {
  const cells = row.cells.map((cell, column) =>
    bodyCell(cell, table.columns[column]?.align ?? 'left', marks),
  );
  return h('tr', { className: row.total ? 'total' : undefined }, cells);
}

/** `align` is obsolete in HTML but survives where Markdown hosts strip styles; pages style by it. */
function bodyCell(cell: TableCell, align: string, marks: Marks): Element {
  const properties = { align: align === 'left' ? undefined : align, className: lengthClass(cell, align) };
  return cell.header
    ? h('th', { scope: 'row', ...properties }, inlineElements(cell.content, marks))
    : h('td', properties, inlineElements(cell.content, marks));
}

/** A figure that no column is wide enough for may break anywhere; any other stays whole. */
function lengthClass({ content }: TableCell, align: string): string | undefined {
  if (align === 'left') return undefined;
  return textWidth(plainText(content).slice(0, 2 * longestWhole)) > longestWhole ? 'long' : undefined;
}
