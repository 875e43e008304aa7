import type { HeaderCell } from '../document/document.js';

export interface PlacedHeader {
  cell: HeaderCell;
  /** The row of the header that it stands in. */
  row: number;
  /** The first column that it stands over. */
  column: number;
}

/** Where the cells of header rows stand, cells from the rows above that reach down counted. */
export function headerPositions(header: readonly HeaderCell[][]): PlacedHeader[] {
  const reachesTo: number[] = [];
  return header.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((reachesTo[column] ?? 0) > row) column += 1;
      const placed = { cell, row, column };
      for (let span = 0; span < cell.columnSpan; span += 1) reachesTo[column++] = row + cell.rowSpan;
      return placed;
    });
  });
}
