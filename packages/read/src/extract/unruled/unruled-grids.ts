import type { Cell, Grid } from '../../published/published.js';
import { columnsOf, type Columns } from './columns.js';
import { headerRows } from './header-rows.js';
import { isFigure, type PiecedLine } from './pieces.js';

/** A table that no lines are drawn for, and which lines of text it is made of. */
export interface UnruledGrid {
  from: number;
  /** Behind the last one. */
  to: number;
  grid: Grid;
}

/** Lines above the first row of figures that may be the header. */
const mostHeaderLines = 4;

/** A single row is one of a table if it has so many figures. */
const fewestFigures = 3;

/** The tables among lines of text: their columns are where words stand below each other and blanks do. */
export function unruledGrids(lines: readonly PiecedLine[]): UnruledGrid[] {
  const found: UnruledGrid[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!isRow(lines[index]!)) continue;
    const to = endOfRows(lines, index);
    const from = startOfHeader(lines, index, found.at(-1)?.to ?? 0);
    const grid = gridOf(lines.slice(from, index), lines.slice(index, to));
    if (grid) found.push({ from, to, grid });
    index = to - 1;
  }
  return found;
}

/** Words, and figures in columns behind them. */
function isRow({ pieces }: PiecedLine): boolean {
  return pieces.length > 1 && pieces.slice(1).some(({ text }) => isFigure(text)) && mayBeOfTable(pieces);
}

/** Nothing of it is a sentence, or is said of the table as a whole. */
function mayBeOfTable(pieces: PiecedLine['pieces']): boolean {
  return pieces.every(
    ({ text }) =>
      text.length <= 40 &&
      !/[。；！？;!?]|^公开\d+表$|^(?:金额)?单位[:：]|^(?:编制)?(?:部门|单位)[:：]|^注[:：]/.test(text),
  );
}

/** Behind the last row of figures: names without any stand between them, where other names begin. */
function endOfRows(lines: readonly PiecedLine[], start: number): number {
  const begins = new Set(beginsOf(lines[start]!));
  let end = start + 1;
  for (let index = end; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.isTabbed !== lines[start]!.isTabbed || !mayBeOfTable(line.pieces) || isTitle(line)) break;
    const isOfRows = isRow(line);
    if (!isOfRows && !beginsOf(line).every((begin) => begins.has(begin)) && index > start + 1) break;
    for (const begin of beginsOf(line)) begins.add(begin);
    if (isOfRows) end = index + 1;
  }
  return end;
}

/** Where words begin, to the half of a character. */
function beginsOf({ pieces }: PiecedLine): string[] {
  return pieces.map(({ left }) => left.toFixed(0));
}

function isTitle({ pieces }: PiecedLine): boolean {
  return pieces.length === 1 && /表$/.test(pieces[0]!.text);
}

/** 项目, over code and name. */
function isShortName(line: PiecedLine): boolean {
  return !isTitle(line) && line.pieces.every(({ text }) => text.length <= longestName);
}

const longestName = 12;

function startOfHeader(lines: readonly PiecedLine[], first: number, earliest: number): number {
  let start = first;
  while (start > earliest && first - start < mostHeaderLines) {
    const line = lines[start - 1]!;
    if (line.isTabbed !== lines[first]!.isTabbed || !mayBeOfTable(line.pieces)) break;
    if (line.pieces.length < 2 && (start === first || !isShortName(line))) break;
    start -= 1;
  }
  return start;
}

function gridOf(header: readonly PiecedLine[], rows: readonly PiecedLine[]): Grid | undefined {
  const figures = rows.flatMap(({ pieces }) => pieces.slice(1).filter(({ text }) => isFigure(text)));
  if (header.length === 0 || (rows.length < 2 && figures.length < fewestFigures)) return undefined;
  const columns = columnsOf(rows.map(({ pieces }) => pieces));
  const named = columns && headerRows(header, columns);
  if (!named) return undefined;
  const cells = [...named.rows, ...rows.map((row) => cellsOf(row, named.columns))];
  const numbered = cells.map((row, index) => numberedAs(row, index));
  return { kind: 'grid', rows: numbered, isRuled: false, place: header[0]!.place };
}

function cellsOf({ pieces, place }: PiecedLine, columns: Columns): Cell[] {
  return columns.placed(pieces).map((text, column) => ({ text, row: 0, column, place }));
}

function numberedAs(row: readonly Cell[], index: number): Cell[] {
  const known = new Map(row.map((cell) => [cell, { ...cell, row: index }]));
  return row.map((cell) => known.get(cell)!);
}
