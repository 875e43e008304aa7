import type { Block, HeaderCell, Inline, Table } from '../document/document.js';
import { words } from '../words.js';
import { columnNeeds, type ColumnNeed } from './column-needs.js';
import { headerPositions, type PlacedHeader } from './header-positions.js';
import { fitsPaper, mostShortRows, roomAcross } from './table-layout.js';

/** For paper: tables that none is wide enough for lie there in parts. */
export function withSplitTables(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => (block.kind === 'table' ? splitTable(block) : [block]));
}

/**
 * A table that no paper is wide enough for as several that lie across A4: the columns that say what a row is stand in
 * each, the others follow, and a group of columns stays together where there is room for it. The notes stand below the
 * last.
 */
export function splitTable(table: Table): Table[] {
  if (fitsPaper(table)) return [table];
  const needs = columnNeeds(table);
  const positions = headerPositions(table.header);
  const own = keyColumns(table);
  const parts = groupColumns(needs, positions, own);
  if (parts.length < 2) return [table];
  const isLong = table.rows.length > mostShortRows;
  return parts.map((columns, part) => {
    const isFirst = part === 0;
    const { startsPage, ...rest } = table;
    return {
      ...rest,
      ...((isFirst ? startsPage : isLong) && { startsPage: true as const }),
      id: isFirst ? table.id : `${table.id}-${part + 1}`,
      title: isFirst ? table.title : continuedTitle(table.title),
      ...columnsOf(table, positions, [...own, ...columns]),
      notes: part === parts.length - 1 ? table.notes : [],
    };
  });
}

/** The first columns, as far as they hold words: 科目编码, 科目名称. */
function keyColumns({ columns }: Table): number[] {
  const first = columns.findIndex(({ align }) => align === 'right');
  return columns.slice(0, Math.max(0, first)).map((_, column) => column);
}

/** As many columns a part as have room; where a group of columns would be cut and can stand in the next, it does. */
function groupColumns(
  needs: readonly ColumnNeed[],
  positions: readonly PlacedHeader[],
  own: readonly number[],
): number[][] {
  const available = roomAcross - widthOf(needs, own);
  const begins = new Set(positions.filter(({ row }) => row === 0).map(({ column }) => column));
  const parts: number[][] = [];
  let start = own.length;
  while (start < needs.length) {
    let end = start + 1;
    let width = needs[start]!.good;
    while (end < needs.length && width + needs[end]!.good <= available) width += needs[end++]!.good;
    const whole = lastBegin(begins, start, end);
    if (end < needs.length && whole !== undefined) end = whole;
    parts.push(Array.from({ length: end - start }, (_, index) => start + index));
    start = end;
  }
  return parts;
}

/** Where the last group begins, if all before it still fills half of the part. */
function lastBegin(begins: ReadonlySet<number>, start: number, end: number): number | undefined {
  for (let column = end; column > start + (end - start) / 2; column -= 1)
    if (begins.has(column)) return column;
  return undefined;
}

function widthOf(needs: readonly ColumnNeed[], columns: readonly number[]): number {
  return columns.reduce((sum, column) => sum + needs[column]!.good, 0);
}

function columnsOf(table: Table, positions: readonly PlacedHeader[], columns: readonly number[]) {
  const header = table.header.map((_, row) =>
    positions.filter((placed) => placed.row === row).flatMap((placed) => within(placed, columns)),
  );
  return {
    header,
    columns: columns.map((column) => table.columns[column]!),
    rows: table.rows.map((row) => ({ ...row, cells: columns.flatMap((column) => row.cells[column] ?? []) })),
  };
}

/** What is left of a heading over some of its columns. */
function within({ cell, column }: PlacedHeader, columns: readonly number[]): HeaderCell[] {
  const columnSpan = columns.filter((each) => each >= column && each < column + cell.columnSpan).length;
  return columnSpan > 0 ? [{ ...cell, columnSpan }] : [];
}

function continuedTitle(title: readonly Inline[]): Inline[] {
  return title.length > 0 ? [...title, { kind: 'text', text: words.continued }] : [];
}
