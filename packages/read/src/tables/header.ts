import { plain } from '../published/readable.js';
import type { Grid } from '../published/published.js';
import { similarity } from './similarity.js';
import type { ColumnPattern, TablePattern } from './table-pattern.js';

/** Which columns of a grid are a column of the template: one, or up to three of a split code. */
export interface ColumnMatch {
  panel: number;
  column: number;
  from: number;
  width: number;
}

export interface HeaderMatch {
  matches: readonly ColumnMatch[];
  /** Columns of the template that the grid does not have. */
  missing: number;
  /** Columns of the grid that the template does not have. */
  extra: readonly number[];
  score: number;
}

interface FlatColumn {
  panel: number;
  column: number;
  pattern: ColumnPattern;
}

/** The words above each column of a grid, from the top down. */
export type HeaderPaths = readonly (readonly string[])[];

export function headerPaths({ rows }: Grid, height: number): HeaderPaths {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    for (let row = 0; row < height; row++) {
      const text = plain(rows[row]![column]!.text);
      if (text !== '' && path.at(-1) !== text) path.push(text);
    }
    return path;
  });
}

/** Comes as often as a list has members, so that its header is not known. */
function isRepeated(pattern: ColumnPattern | undefined): boolean {
  return pattern !== undefined && pattern.variables.length > 0;
}

/** Below what likeness two headers are not the same. */
const leastLike = 0.3;
const skipped = 0.3;

interface Cell {
  score: number;
  /** How it was come by: columns of the template and of the grid that were taken. */
  taken: readonly [number, number];
}

/** The columns of a grid set beside those of a template, in order, so that their headers are most alike. */
export function matchHeader({ panels }: TablePattern, paths: HeaderPaths): HeaderMatch {
  const columns = panels.flatMap((panel, index) =>
    panel.columns.map((pattern, column): FlatColumn => ({ panel: index, column, pattern })),
  );
  const table: Cell[][] = Array.from({ length: columns.length + 1 }, () =>
    Array.from({ length: paths.length + 1 }, () => ({ score: -Infinity, taken: [0, 0] })),
  );
  table[0]![0]!.score = 0;
  for (let i = 0; i <= columns.length; i++)
    for (let j = 0; j <= paths.length; j++) extendFrom(i, j, table, columns, paths);
  return traced(table, columns, paths);
}

function extendFrom(
  i: number,
  j: number,
  table: Cell[][],
  columns: readonly FlatColumn[],
  paths: HeaderPaths,
): void {
  const { score } = table[i]![j]!;
  const reach = (right: number, down: number, gain: number) => {
    const cell = table[i + right]?.[j + down];
    if (cell && score + gain > cell.score) Object.assign(cell, { score: score + gain, taken: [right, down] });
  };
  const column = columns[i];
  reach(1, 0, isRepeated(column?.pattern) ? 0 : -skipped);
  reach(0, 1, -skipped);
  if (!column || isRepeated(column.pattern)) return;
  const widest = /编码/.test(column.pattern.header.at(-1) ?? '') ? 3 : 1;
  for (let width = 1; width <= widest && j + width <= paths.length; width++) {
    const like = likeness(column.pattern.header, paths.slice(j, j + width));
    if (like >= leastLike) reach(1, width, like + 0.25 * (width - 1));
  }
}

/** The best of the grid's columns counts: a split code has its header over the first. */
function likeness(header: readonly string[], paths: HeaderPaths): number {
  return paths.reduce((best, path) => Math.max(best, likenessOf(header, path)), 0);
}

function likenessOf(header: readonly string[], path: readonly string[]): number {
  const last = header.at(-1) ?? '';
  const whole = similarity(header.join(''), path.join(''));
  const own = similarity(last, path.at(-1) ?? '');
  if (own === 1) return Math.max(0.6 + 0.4 * whole, whole);
  if (path.includes(last)) return Math.max(0.55 + 0.4 * whole, whole);
  return Math.max(whole * 0.9, 0.6 * own);
}

function traced(
  table: readonly (readonly Cell[])[],
  columns: readonly FlatColumn[],
  paths: HeaderPaths,
): HeaderMatch {
  const matches: ColumnMatch[] = [];
  let [i, j] = [columns.length, paths.length];
  while (i > 0 || j > 0) {
    const [right, down] = table[i]![j]!.taken;
    [i, j] = [i - right, j - down];
    if (right > 0 && down > 0) {
      const { panel, column } = columns[i]!;
      matches.push({ panel, column, from: j, width: down });
    }
  }
  const taken = new Set(
    matches.flatMap(({ from, width }) => Array.from({ length: width }, (_, k) => from + k)),
  );
  const fixed = columns.filter(({ pattern }) => !isRepeated(pattern)).length;
  return {
    matches: matches.reverse(),
    missing: fixed - matches.length,
    extra: paths.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    score: table[columns.length]![paths.length]!.score,
  };
}
