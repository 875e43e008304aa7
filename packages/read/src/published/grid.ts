import type { Cell, Place } from './published.js';

/** A cell as a format states it: so many columns and rows wide. */
export interface SpanningCell {
  text: string;
  columnSpan: number;
  rowSpan: number;
  place: Place;
}

/** No published table is wider or longer; what says so is no table. */
const widest = 500;
const longest = 20_000;

const blank = (row: number, column: number, place: Place): Cell => ({ text: '', row, column, place });

/** Cells put where their spans leave room, as HTML does; all rows equally wide. */
export function occupy(rows: readonly (readonly SpanningCell[])[], place: Place): Cell[][] {
  const grid: (Cell | undefined)[][] = rows.slice(0, longest).map(() => []);
  grid.forEach((_, row) => {
    let column = 0;
    for (const { text, columnSpan, rowSpan, place: own } of rows[row]!) {
      while (grid[row]![column]) column += 1;
      const cell = { text, row, column, place: own };
      const right = Math.min(column + columnSpan, widest);
      for (let down = row; down < Math.min(row + rowSpan, grid.length); down++)
        for (let across = column; across < right; across++) grid[down]![across] ??= cell;
      column = right;
    }
  });
  const width = grid.reduce((most, { length }) => (length > most ? length : most), 0);
  return grid.map((cells, row) =>
    Array.from({ length: width }, (_, column) => cells[column] ?? blank(row, column, place)),
  );
}
