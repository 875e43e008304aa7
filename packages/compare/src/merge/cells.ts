import { attributes, measureEntry, wordsOf } from '@fiscal/core';
import { meaningOf, type Row } from './rows.js';

/** A word of a row with what is said behind it: 基本 86.40. */
export interface Cell {
  key: string;
  meaning: string;
  raw: string;
  /** What stands between it and the cell before it. */
  gap: string;
}

export interface CellConflict {
  key: string;
  old: string;
  ours: string;
  theirs: string;
}

/** A row that both sides changed: merged cell by cell; in a conflict each side keeps its own. */
export interface MergedRow {
  ours: string;
  theirs: string;
  conflicts: CellConflict[];
}

const attributeWords = new Set(attributes.flatMap(wordsOf));

export function cellsOf(row: Row): Cell[] {
  const cells: Cell[] = [];
  let owner = '';
  let end = 0;
  const seen = new Map<string, number>();
  for (const token of row.tokens) {
    const from = token.startOffset - row.start;
    const to = token.endOffset! + 1 - row.start;
    const { name: type } = token.tokenType;
    const isWord =
      /^[\u4e00-\u9fff]+$/.test(type) || type === 'NAME' || type === 'CODE' || type === '{' || type === '}';
    const last = cells.at(-1);
    if (!isWord && last && type !== 'COMMENT') {
      last.raw += row.raw.slice(end, to);
      last.meaning += ` ${meaningOf(token)}`;
    } else {
      const isMeasure = measureEntry(token.image) !== undefined || attributeWords.has(token.image);
      const name = isMeasure ? `${owner}·${token.image}` : token.image;
      if (!isMeasure) owner = token.image;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const key = count === 1 ? name : `${name} #${count}`;
      cells.push({
        key,
        meaning: meaningOf(token),
        raw: row.raw.slice(from, to),
        gap: row.raw.slice(end, from),
      });
    }
    end = to;
  }
  return cells;
}

/** Three versions of a row by the words in it. */
export function mergeRows(old: Row | undefined, ours: Row, theirs: Row): MergedRow {
  const [before, mine, other] = [cellMap(old), cellMap(ours), cellMap(theirs)];
  const conflicts: CellConflict[] = [];
  const cells: { ours: Cell; theirs: Cell }[] = [];
  for (const key of orderOf([...mine.keys()], [...other.keys()])) {
    const [o, a, b] = [before.get(key), mine.get(key), other.get(key)];
    const chosen = choose(o, a, b);
    if (chosen === 'conflict') conflicts.push({ key, old: saidBy(o), ours: saidBy(a), theirs: saidBy(b) });
    const [left, right] = chosen === 'conflict' ? [a, b] : [chosen, chosen];
    if (left ?? right) cells.push({ ours: left ?? emptyCell, theirs: right ?? emptyCell });
  }
  const text = (side: 'ours' | 'theirs') => cells.map((cell) => cell[side].gap + cell[side].raw).join('');
  return { ours: text('ours'), theirs: text('theirs'), conflicts };
}

const emptyCell: Cell = { key: '', meaning: '', raw: '', gap: '' };

function cellMap(row: Row | undefined): Map<string, Cell> {
  return new Map(row ? cellsOf(row).map((cell) => [cell.key, cell]) : []);
}

function saidBy(cell: Cell | undefined): string {
  return cell?.meaning ?? '';
}

type Same = { meaning: string } | undefined;

/** What one side changed stands; what both changed alike, too. */
export function choose<T extends { meaning: string }>(
  old: T | undefined,
  ours: T | undefined,
  theirs: T | undefined,
): T | undefined | 'conflict' {
  const isSame = (one: Same, other: Same) => one?.meaning === other?.meaning;
  if (isSame(ours, theirs) || isSame(theirs, old)) return ours;
  return isSame(ours, old) ? theirs : 'conflict';
}

/** Ours, and what only they have behind what stands before it there. */
export function orderOf(ours: readonly string[], theirs: readonly string[]): string[] {
  const order = [...ours];
  const known = new Set(ours);
  for (const [at, key] of theirs.entries()) {
    if (known.has(key)) continue;
    const before = theirs[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    known.add(key);
  }
  return order;
}
