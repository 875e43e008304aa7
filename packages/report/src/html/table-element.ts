import type { Element } from 'hast';
import { h } from 'hastscript';
import type { HeaderCell, Table, TableCell, TableRow } from '../document/document.js';
import { inlineElements } from './inline-element.js';
import { onLines } from './layout.js';
import { type Marks, noMarks } from './marks.js';

/** Header and body of a table, rows on lines of their own; the caller adds a caption. */
export function tableParts(table: Table, marks: Marks = noMarks): Element[] {
  const header = table.header.map((row) =>
    onLines(
      h(
        'tr',
        row.map((cell) => headerCell(cell, marks)),
      ),
      2,
    ),
  );
  const body = table.rows.map((row) => onLines(bodyRow(row, table, marks), 2));
  const parts = [h('thead', header), h('tbody', body)].filter((part) => part.children.length > 0);
  return parts.map((part) => onLines(part, 1));
}

function headerCell(cell: HeaderCell, marks: Marks): Element {
  return h(
    'th',
    {
      scope: cell.columnSpan > 1 ? 'colgroup' : 'col',
      colSpan: cell.columnSpan > 1 ? cell.columnSpan : undefined,
      rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
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
  const properties = { align: align === 'left' ? undefined : align };
  return cell.header
    ? h('th', { scope: 'row', ...properties }, inlineElements(cell.content, marks))
    : h('td', properties, inlineElements(cell.content, marks));
}
