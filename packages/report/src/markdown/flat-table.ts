import type { HeaderCell, Inline, Table } from '../document/document.js';
import { headerPositions } from '../table-layout/header-positions.js';

/** The table with one header row, as GFM knows tables: 本年支出·小计 stands over a column of a group. */
export function flatTable(table: Table): Table {
  const { header, columns } = table;
  if (columns.length === 0) return table;
  const above = columns.map((): Inline[][] => []);
  for (const { cell, column } of headerPositions(header))
    for (const headings of above.slice(column, column + cell.columnSpan)) headings.push(cell.content);
  const row = above.map(
    (headings): HeaderCell => ({
      content: joined(headings.filter((content) => content.length > 0)),
      columnSpan: 1,
      rowSpan: 1,
    }),
  );
  return { ...table, header: [row] };
}

function joined(headings: readonly Inline[][]): Inline[] {
  return headings.flatMap((content, index) =>
    index === 0 ? content : [{ kind: 'text' as const, text: '·' }, ...content],
  );
}
