import { parseFigure } from '@fiscal/core';
import { occupy, type SpanningCell } from '../published/grid.js';
import type { Grid } from '../published/published.js';

/** Larger is no table that somebody copied. */
const mostCharacters = 500_000;

/**
 * Cells as spreadsheets put them on the clipboard, or rows as they are copied out of a PDF: 2010601 行政运行 1,511.89.
 * Undefined: what was copied is no table.
 */
export function clipboardGrid(text: string): Grid | undefined {
  if (text.length > mostCharacters) return undefined;
  const rows = /\t/.test(text) ? cellRows(text) : codedRows(text);
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const isTable = filled.some((row) => row.length > 1 && row.some(isFigure) && row.some(isName));
  if (!isTable) return undefined;
  return { kind: 'grid', rows: occupy(filled.map(spanning), {}), isRuled: /\t/.test(text), place: {} };
}

/** What stands in a cell that is no figure. */
function isName(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function isFigure(text: string): boolean {
  return parseFigure(text.trim()) !== undefined;
}

function spanning(row: readonly string[]): SpanningCell[] {
  return row.map((text) => ({ text: text.trim(), columnSpan: 1, rowSpan: 1, place: {} }));
}

/** Tabs between cells, line ends between rows; a cell with either stands in quotes, its own quotes doubled. */
function cellRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, bare = '', end] = cell.exec(text)!;
    rows
      .at(-1)!
      .push(quoted === undefined ? bare : quoted.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, ''));
    if (end !== '\t' && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

/** A code, a name, and at least two figures: one figure alone is what a line of the language looks like. */
const codedRow = /^\s*(\d{3,7})\s+(\S.*?)((?:\s+[-−]?[\d,]+(?:\.\d+)?){2,})\s*$/;

function codedRows(text: string): string[][] {
  return text.split(/\r\n|\r|\n/).map((line) => {
    const [, code, name, figures = ''] = codedRow.exec(line) ?? [];
    return code === undefined || name === undefined ? [line] : [code, name, ...figures.trim().split(/\s+/)];
  });
}
