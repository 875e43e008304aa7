import type { Cell, Grid } from '../published/published.js';
import { plain } from '../published/readable.js';

export const mostHeaderRows = 6;

/** Without 行次 and 栏次, which number a form's rows and columns: they are figures, and say nothing. */
export function withoutNumbersOfForm(grid: Grid): Grid {
  const head = grid.rows.slice(0, mostHeaderRows);
  const numbering = head.findIndex(numbersColumns);
  const rows = grid.rows.filter((_, index) => index !== numbering);
  const isOfRows = (column: number) => head.some((row) => plain(row[column]!.text) === '行次');
  const kept = [...(rows[0]?.keys() ?? [])].filter((column) => !isOfRows(column));
  if (kept.length === 0 || (kept.length === rows[0]!.length && numbering < 0)) return grid;
  return { ...grid, rows: rows.map((row) => kept.map((column) => row[column]!)) };
}

/** 栏次 1 2 3, 甲 乙 1 2, or 1 2 3 alone where no column has words. */
function numbersColumns(row: readonly Cell[]): boolean {
  const words = row.map(({ text }) => plain(text)).filter((text) => text !== '' && text !== '行次');
  const numbers = words.filter((text) => /^\d{1,3}$/.test(text));
  if (!numbers.every((text, index) => text === String(index + 1))) return false;
  const others = words.filter((text) => !numbers.includes(text));
  if (!others.every((text) => /^(?:栏次|[甲乙丙丁])$/.test(text))) return false;
  return others.length > 0 ? numbers.length > 0 : numbers.length > 2;
}
