import type { Table, TableCell } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { textWidth } from '../measure/text-measure.js';
import { headerPositions } from './header-positions.js';

/** Widths of a column in em of the table's font, with the padding of its cells. */
export interface ColumnNeed {
  /** Nothing is cut, no figure and no code breaks; words break where they must. */
  least: number;
  /** Words take few lines. */
  good: number;
  /** Everything stands on one line. */
  full: number;
}

export const padding = 1;
/** Figures and unbroken words longer than this may break: no paper would be wide enough. */
export const longestWhole = 24;
/** Words get this much where there is room; longer ones take more lines. */
const readable = { least: 6, good: 12, full: 36 };

/** What each column asks for: figures and codes stay whole, words may take several lines. */
export function columnNeeds(table: Table): ColumnNeed[] {
  const needs = table.columns.map(({ align }, column) => {
    const texts = table.rows.map(({ cells }) => measuredText(cells[column]));
    return align === 'right' || texts.every(isCode) ? wholeNeed(texts) : wordsNeed(texts);
  });
  for (const { cell, column } of headerPositions(table.header))
    fitHeading(textWidth(plainText(cell.content)), needs.slice(column, column + cell.columnSpan));
  return needs;
}

/** As much of a text as can matter for a width. */
function measuredText(cell: TableCell | undefined): string {
  return cell ? plainText(cell.content).slice(0, 2 * readable.full) : '';
}

/** 2010301, 1, 98.5: letters and digits without a gap to break at. */
function isCode(text: string): boolean {
  return /^[\w.%+-]{0,24}$/.test(text);
}

function wholeNeed(texts: readonly string[]): ColumnNeed {
  const width = padding + Math.min(longestWhole, widest(texts));
  return { least: width, good: width, full: width };
}

function wordsNeed(texts: readonly string[]): ColumnNeed {
  const full = widest(texts);
  const unbroken = Math.min(longestWhole, widest(texts.map(longestRun)));
  const upTo = (limit: number) => padding + Math.max(unbroken, Math.min(limit, full));
  return { least: upTo(readable.least), good: upTo(readable.good), full: upTo(readable.full) };
}

/** The longest run of letters and digits that no line should break. */
function longestRun(text: string): string {
  const runs = text.match(/[\w.,%+-]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text)), 0);
}

/** Short headings stay on one line, long ones take up to three; what the columns below lack is spread over them. */
function fitHeading(width: number, columns: ColumnNeed[]): void {
  const line = Math.min(width, 3);
  const wishes = { least: width / 3, good: Math.max(line, width / 3), full: Math.max(line, width / 2) };
  for (const key of ['least', 'good', 'full'] as const) {
    const wish = columns.length * padding + Math.max(Math.min(2, width), Math.min(wishes[key], longestWhole));
    const lack = wish - columns.reduce((sum, column) => sum + column[key], 0);
    if (lack > 0) for (const column of columns) column[key] += lack / columns.length;
  }
  for (const column of columns) {
    column.good = Math.max(column.good, column.least);
    column.full = Math.max(column.full, column.good);
  }
}
