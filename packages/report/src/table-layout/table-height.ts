import type { Table, TableCell } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { textWidth } from '../measure/text-measure.js';
import { padding } from './column-needs.js';

/** Lines of header, rows and notes, given the columns' widths in em: a row is as high as its longest cell. */
export function lineCount(table: Table, widths: readonly number[]): { rows: number; lines: number } {
  const lines = table.rows.map(({ cells }) =>
    cells.reduce((most, cell, column) => Math.max(most, linesOf(cell, widths[column] ?? 0)), 1),
  );
  const rows = table.header.length + table.rows.length;
  const body = lines.reduce((sum, count) => sum + count, 0);
  return { rows, lines: 2 * table.header.length + body + 2 * table.notes.length };
}

function linesOf({ content }: TableCell, width: number): number {
  return Math.ceil(textWidth(plainText(content)) / Math.max(1, width - padding));
}
