import { type Finding, newMessage } from '@fiscal/core';
import type { Cell } from '../published/published.js';
import { plain, spelled } from '../published/readable.js';
import type { OutlinedTable } from '../reading/outline.js';
import type { RecognisedRow } from '../tables/read-table.js';
import type { Comparison } from './comparison.js';

/** Figures that stand in each other's cells: two columns, two rows, rows one too low, figures of a row one too far. */
export interface Exchange {
  table: OutlinedTable;
  /** What would stand in each cell, were they put back. */
  texts: ReadonlyMap<Cell, string>;
  tell(count: number, originOf: Comparison['originOf']): Finding;
}

/** So many rows in a row are moved at most: more are looked through in vain. */
const mostMoved = 12;

/** All exchanges in a table that could explain what is wrong with these cells. */
export function exchangesIn(table: OutlinedTable, wrong: ReadonlySet<Cell>): Exchange[] {
  const all = rowsOf(table);
  const columns = new Set(
    all.flatMap((row) => row.cells.flatMap((cell) => (wrong.has(cell) ? cell.column : []))),
  );
  const some = all.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => columns.has(column)) }));
  // Rows as they are, or only the figures of the columns in which something is wrong.
  return [all, ...(isSame(all, some) ? [] : [some])]
    .flatMap((rows) => exchangesOf(table, rows, wrong))
    .concat(columnsExchanged(table))
    .filter(({ texts }) => [...texts.keys()].some((cell) => wrong.has(cell)));
}

function isSame(all: readonly Row[], some: readonly Row[]): boolean {
  return all.every(({ cells }, index) => cells.length === some[index]!.cells.length);
}

function exchangesOf(table: OutlinedTable, rows: readonly Row[], wrong: ReadonlySet<Cell>): Exchange[] {
  const isWrong = (row: Row) => row.cells.some((cell) => wrong.has(cell));
  const suspects = rows.filter(isWrong);
  return [
    ...suspects.flatMap((row) => rows.flatMap((other) => rowsExchanged(table, row, other, isWrong(other)))),
    ...rowsShifted(table, rows, isWrong),
    ...suspects.flatMap((row) => figuresShifted(table, row)),
  ];
}

/** A row as it stands in the document, over all that stands side by side. */
interface Row {
  name: string;
  /** Its cells that are not blank, from left to right. */
  cells: readonly Cell[];
}

function rowsOf({ read }: OutlinedTable): Row[] {
  const rows = new Map<number, { names: string[]; cells: Cell[] }>();
  for (const { cells, name } of read!.reading.rows)
    for (const cell of cells.values()) {
      const row = rows.get(cell.row) ?? { names: [], cells: [] };
      rows.set(cell.row, row);
      if (!row.names.includes(name)) row.names.push(name);
      if (plain(cell.text) !== '') row.cells.push(cell);
    }
  return [...rows.values()].map(({ names, cells }) => ({
    name: names.join('、'),
    cells: cells.sort((a, b) => a.column - b.column),
  }));
}

function tableName({ title }: OutlinedTable): string {
  return `「${spelled(title)}」`;
}

function headOf({ grid }: OutlinedTable) {
  return grid.rows[0]?.[0]?.place ?? grid.place;
}

function columnsExchanged(table: OutlinedTable): Exchange[] {
  const { pattern, reading } = table.read!;
  return pattern.panels.flatMap(({ columns }, panel) => {
    const own = reading.rows.filter((row) => row.panel === panel);
    const figures = columns.flatMap(({ form }, index) => (form === 'figure' ? [index] : []));
    return figures.flatMap((left, at) =>
      figures.slice(at + 1).flatMap((right): Exchange[] => {
        const texts = new Map(own.flatMap((row) => cellsExchanged(row, left, right)));
        const names = [left, right].map((one) => `「${spelled(columns[one]!.header.at(-1) ?? '')}」`);
        const tell: Exchange['tell'] = (count, originOf) =>
          newMessage('L012', originOf(headOf(table)), 'exchanged-columns', {
            table: tableName(table),
            columns: names.join('、'),
            count: String(count),
          });
        // Of one row it is two figures that were exchanged.
        return texts.size > 2 ? [{ table, texts, tell }] : [];
      }),
    );
  });
}

function cellsExchanged({ cells }: RecognisedRow, left: number, right: number): [Cell, string][] {
  const [one, other] = [cells.get(left), cells.get(right)];
  if (!one || !other || plain(one.text) === plain(other.text)) return [];
  return [
    [one, other.text],
    [other, one.text],
  ];
}

function rowsExchanged(table: OutlinedTable, row: Row, other: Row, isWrongToo: boolean): Exchange[] {
  const isPair = isLike(row, other) && (!isWrongToo || row.cells[0]!.row < other.cells[0]!.row);
  if (row === other || !isPair) return [];
  const texts = new Map(
    row.cells.flatMap((cell, index): [Cell, string][] => {
      const second = other.cells[index]!;
      return plain(cell.text) === plain(second.text)
        ? []
        : [
            [cell, second.text],
            [second, cell.text],
          ];
    }),
  );
  const tell: Exchange['tell'] = (count, originOf) =>
    newMessage('L012', originOf(row.cells[0]!.place), 'exchanged-rows', {
      table: tableName(table),
      rows: [row, other].map(({ name }) => `「${spelled(name)}」`).join('、'),
      count: String(count),
    });
  return [{ table, texts, tell }];
}

/** Figures in the same columns. */
function isLike({ cells }: Row, { cells: others }: Row): boolean {
  return (
    cells.length > 0 &&
    cells.length === others.length &&
    cells.every(({ column }, index) => column === others[index]!.column)
  );
}

/** Rows one below the other whose figures stand a row too low, or too high; the last ones in the place of the first. */
function rowsShifted(table: OutlinedTable, rows: readonly Row[], isWrong: (row: Row) => boolean): Exchange[] {
  return rows.flatMap((first, from) => {
    if (!isWrong(first)) return [];
    const end = rows.findIndex((row, index) => index > from && !isLike(row, first));
    const run = rows.slice(from, Math.min(end < 0 ? rows.length : end, from + mostMoved));
    return run.flatMap((last, length) => {
      if (length < 2 || !isWrong(last)) return [];
      const moved = run.slice(0, length + 1);
      return [1, -1].map((by): Exchange => {
        const texts = new Map(
          moved.flatMap(({ cells }, index) =>
            cells.map((cell, column): [Cell, string] => [
              cell,
              moved.at((index + by) % moved.length)!.cells[column]!.text,
            ]),
          ),
        );
        const tell: Exchange['tell'] = (count, originOf) =>
          newMessage('L012', originOf(first.cells[0]!.place), 'shifted-rows', {
            table: tableName(table),
            first: `「${spelled(first.name)}」`,
            last: `「${spelled(last.name)}」`,
            count: String(count),
          });
        return { table, texts, tell };
      });
    });
  });
}

/** Two figures of a row in each other's place, or all of them one place to the side. */
function figuresShifted(table: OutlinedTable, { name, cells }: Row): Exchange[] {
  const tell: Exchange['tell'] = (count, originOf) =>
    newMessage('L012', originOf(cells[0]!.place), 'shifted-figures', {
      table: tableName(table),
      row: spelled(name),
      count: String(count),
    });
  const pairs = cells.flatMap((one, index) =>
    cells.slice(index + 1).map((other): [Cell, string][] => [
      [one, other.text],
      [other, one.text],
    ]),
  );
  const turned = [1, -1].map((by) =>
    cells.map((cell, index): [Cell, string] => [cell, cells.at((index + by) % cells.length)!.text]),
  );
  return [...pairs, ...(cells.length > 2 ? turned : [])].map((texts) => ({
    table,
    texts: new Map(texts),
    tell,
  }));
}
