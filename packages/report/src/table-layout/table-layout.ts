import type { Table } from '../document/document.js';
import { columnNeeds, type ColumnNeed } from './column-needs.js';
import { lineCount } from './table-height.js';

export type Paper = 'portrait' | 'landscape' | 'A3';

/** How a table is set: the paper that it needs, its font there, and how its columns share the width. */
export interface TableLayout {
  paper: Paper;
  /** Font size in points on paper. */
  size: number;
  /** Its lines stand close together. */
  dense: boolean;
  /** Per cent of the table's width by column. */
  widths: number[];
  /** em of the table's font: with so many it reads well. */
  wish: number;
  /** em of the table's font: narrower, it has to scroll. */
  least: number;
}

interface Sheet {
  paper: Paper;
  size: number;
  dense: boolean;
}

/** em from line to line, and above and below the lines of a row together. */
export function lineHeights({ dense }: Pick<TableLayout, 'dense'>): { line: number; padding: number } {
  return dense ? { line: 1.15, padding: 0.1 } : { line: 1.25, padding: 0.5 };
}

/** A table of so few rows stays on one page. */
export const mostShortRows = 12;

const millimetresPerPoint = 25.4 / 72;

/** Between the margins of the page, in millimetres. */
const lineWidths: Record<Paper, number> = { portrait: 156, landscape: 267, A3: 390 };
/** The same downwards, without what stands above and below the table: a heading, its title, a note. */
const heights: Record<Paper, number> = { portrait: 178, landscape: 148, A3: 236 };

/** The smallest sheet with the largest letters comes first. */
const sheets: readonly Sheet[] = [
  { paper: 'portrait', size: 10.5, dense: false },
  { paper: 'portrait', size: 9, dense: false },
  { paper: 'landscape', size: 10.5, dense: false },
  { paper: 'landscape', size: 9, dense: false },
  { paper: 'A3', size: 9, dense: false },
  { paper: 'A3', size: 7.5, dense: false },
];

/** Chosen by the width of what stands in the cells, so that nothing is cut and words stay readable. */
export function layOutTable(table: Table): TableLayout {
  const needs = columnNeeds(table);
  const sheet = chooseSheet(table, needs);
  const widths = shareRoom(needs, room(sheet));
  const sum = widths.reduce((before, width) => before + width, 0) || 1;
  const least = widths.reduce(
    (most, width, column) => Math.max(most, needs[column]!.least * (sum / width)),
    0,
  );
  return { ...sheet, widths: widths.map((width) => (100 * width) / sum), wish: sum, least };
}

/** Whether its letters need not shrink to bring it onto the largest paper. */
export function fitsPaper(table: Table): boolean {
  return total(columnNeeds(table), 'good') <= room(sheets.at(-1)!);
}

/** em between the margins of A4 across, in letters that read well. */
export const roomAcross = room({ paper: 'landscape', size: 9, dense: false });

/** Between 小五 and 六号: a table on one page is read at once. */
const smallestForOnePage = 8;

/** Smaller letters, and on a sheet that lies across closer lines, only where they bring the table onto one page. */
function chooseSheet(table: Table, needs: readonly ColumnNeed[]): Sheet {
  const wide = sheets.filter((candidate) => total(needs, 'good') <= room(candidate));
  const [first] = wide;
  if (!first) return smallest(needs);
  const alike = [
    ...wide.filter(({ paper }) => paper === first.paper),
    { ...first, size: smallestForOnePage },
    ...(first.paper === 'landscape' ? [{ ...first, size: smallestForOnePage, dense: true }] : []),
  ];
  return alike.find((candidate) => isOnePage(table, needs, candidate)) ?? first;
}

function isOnePage(table: Table, needs: readonly ColumnNeed[], sheet: Sheet): boolean {
  if (table.rows.length > mostRows) return false;
  const { rows, lines } = lineCount(table, shareRoom(needs, room(sheet)));
  const { line, padding } = lineHeights(sheet);
  return (lines * line + rows * padding) * sheet.size * millimetresPerPoint <= heights[sheet.paper];
}

/** No page has so many: not worth counting. */
const mostRows = 100;

/** em between the margins. */
function room({ paper, size }: Sheet): number {
  return lineWidths[paper] / (size * millimetresPerPoint);
}

/** The largest sheet; letters shrink where even there figures would not stand side by side. */
function smallest(needs: readonly ColumnNeed[]): Sheet {
  const last = sheets.at(-1)!;
  const shrink = Math.min(1, room(last) / total(needs, 'least'));
  return { ...last, size: last.size * shrink };
}

/** Every column gets the best that all can have; what is left over goes to those that ask for more. */
function shareRoom(needs: readonly ColumnNeed[], available: number): number[] {
  if (total(needs, 'full') <= available) return needs.map(({ full }) => full);
  const [low, high]: (keyof ColumnNeed)[] =
    total(needs, 'good') <= available ? ['good', 'full'] : ['least', 'good'];
  const asked = total(needs, high!) - total(needs, low!);
  const part = asked > 0 ? Math.max(0, available - total(needs, low!)) / asked : 0;
  return needs.map((need) => need[low!] + (need[high!] - need[low!]) * part);
}

function total(needs: readonly ColumnNeed[], key: keyof ColumnNeed): number {
  return needs.reduce((sum, need) => sum + need[key], 0);
}
