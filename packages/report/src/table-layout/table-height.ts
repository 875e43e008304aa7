import type { Table, TableCell } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { textWidth } from '../measure/text-measure.js';
import { padding } from './column-needs.js';
import { headerLines } from './header-lines.js';

/** Lines of each row of the header, given the columns' widths in em. */
export function linesOfHeader({ header }: Table, widths: readonly number[]): number[] {
  return headerLines(header, ({ cell, column }) => {
    const width = widths.slice(column, column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
    return linesOf(cell, width);
  });
}

/** Lines of header, rows and notes, given the columns' widths in em: a row is as high as its longest cell. */
export function lineCount(table: Table, widths: readonly number[]): { rows: number; lines: number } {
  const lines = table.rows.map(({ cells }) =>
    cells.reduce((most, cell, column) => Math.max(most, linesOf(cell, widths[column] ?? 0)), 1),
  );
  const rows = table.header.length + table.rows.length;
  const body = lines.reduce((sum, count) => sum + count, 0);
  const header = linesOfHeader(table, widths).reduce((sum, count) => sum + count, 0);
  return { rows, lines: Math.max(header, 2 * table.header.length) + body + 2 * table.notes.length };
}

function linesOf({ content }: Pick<TableCell, 'content'>, width: number): number {
  return Math.ceil(textWidth(plainText(content)) / Math.max(1, width - padding));
}
