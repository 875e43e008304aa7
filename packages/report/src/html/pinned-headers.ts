import type { HeaderCell, Table } from '../document/document.js';
import { headerPositions } from '../table-layout/header-positions.js';
import type { TableLayout } from '../table-layout/table-layout.js';

/** Header cells that stay in sight with the names of the rows, and how far each may leave the view, in em. */
export type PinnedHeaders = ReadonlyMap<HeaderCell, number>;

/** The cells over a column of names; of a group (项目: 科目编码, 科目名称) the columns before the names may go. */
export function pinnedHeaders(table: Table, { widths, least }: TableLayout): PinnedHeaders {
  const naming = namingColumns(table);
  const pinned = new Map<HeaderCell, number>();
  for (const { cell, column } of headerPositions(table.header)) {
    const name = naming.find((index) => index >= column && index < column + cell.columnSpan);
    if (name === undefined || cell.columnSpan > 2) continue;
    const before = widths.slice(column, name).reduce((sum, width) => sum + width, 0);
    pinned.set(cell, (before / 100) * least);
  }
  return pinned;
}

/** Columns with cells that name their rows. */
function namingColumns({ columns, rows }: Table): number[] {
  const indexes = columns.map((_, index) => index);
  return indexes.filter((index) => rows.some(({ cells }) => cells[index]?.header));
}
