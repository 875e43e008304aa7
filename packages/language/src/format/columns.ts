import type { Row } from './row.js';

/** The measures that stand in one column: several when no row has two of them (基本, 项目). */
export type Column = ReadonlySet<string>;

/** Rows that are set in the same columns. */
export interface Group {
  rows: readonly Row[];
  columns: readonly Column[];
}

/** More empty columns than this before a figure cost more than they tell. */
const mostBlanks = 3;

/**
 * Puts neighbouring rows in columns, so that the same measure stands in the same column. A row whose measures
 * come in another order, or that would have to leave too many columns empty, begins a new group.
 */
export function groupRows(rows: readonly Row[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < rows.length; ) {
    const group = firstGroup(rows.slice(at));
    groups.push(group);
    at += group.rows.length;
  }
  return groups;
}

function firstGroup(rows: readonly Row[]): Group {
  const pairs = pairsOf(rows);
  let columns: Column[] = [];
  const seen = new Map<string, string[]>();
  for (const [index, row] of rows.entries()) {
    const keys = row.cells.map(({ key }) => key);
    const signature = keys.join(' ');
    if (seen.has(signature)) continue;
    const merged = withRow(columns, keys, pairs);
    const isTooEmpty = (each: string[]) => blanksOf(merged ?? [], each) > mostBlanks;
    if (!merged || (index > 0 && [...seen.values(), keys].some(isTooEmpty)))
      return { rows: rows.slice(0, index), columns };
    columns = merged;
    seen.set(signature, keys);
  }
  return { rows, columns };
}

/** Pairs of measures that some row has one before the other: they never share a column. */
function pairsOf(rows: readonly Row[]): Set<string> {
  const pairs = new Set<string>();
  for (const { cells } of rows)
    for (const [index, { key: before }] of cells.entries())
      for (const { key: after } of cells.slice(index + 1)) pairs.add(pair(before, after));
  return pairs;
}

function pair(before: string, after: string): string {
  return `${before} ${after}`;
}

/** The columns with those that the row needs too; undefined when its measures come in another order. */
function withRow(
  columns: readonly Column[],
  keys: readonly string[],
  pairs: Set<string>,
): Column[] | undefined {
  const merged = [...columns];
  let at = 0;
  for (const key of keys) {
    const found = merged.findIndex((column) => column.has(key));
    if (found >= 0 && found < at) return undefined;
    at = found >= 0 ? found : addKey(merged, key, at, pairs);
    at++;
  }
  return merged;
}

/** Puts a measure in a column that is not before `from`, and returns which one. */
function addKey(columns: Column[], key: string, from: number, pairs: Set<string>): number {
  let at = from;
  const some = (holds: (other: string) => boolean) => [...(columns[at] ?? [])].some(holds);
  while (some((other) => pairs.has(pair(other, key)))) at++;
  const shared = columns[at];
  const isApart = some((other) => pairs.has(pair(key, other)));
  if (shared && !isApart) columns[at] = new Set([...shared, key]);
  else columns.splice(at, 0, new Set([key]));
  return at;
}

/** Columns that a row leaves empty before its last figure. */
function blanksOf(columns: readonly Column[], keys: readonly string[]): number {
  const last = columns.findIndex((column) => column.has(keys.at(-1) ?? ''));
  return last + 1 - keys.length;
}
