import { attributes, measureEntry, wordsOf } from '@fiscal/core';
import { meaningOf, type Row, shownAs } from './rows.js';

/** A word of a row with what is said behind it: 基本 86.40. */
export interface Cell {
  key: string;
  meaning: string;
  /** What is said behind the word, as it is told. */
  said: string;
  hasFigure: boolean;
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
  for (const [index, token] of row.tokens.entries()) {
    const from = token.startOffset - row.start;
    const to = token.endOffset! + 1 - row.start;
    const last = cells.at(-1);
    const isOwn = !last || startsCell(row.tokens, index, last);
    if (isOwn) {
      const isFirst = !isWord(token) && last !== undefined;
      const what = isFirst ? unitBehind(row.tokens, index) : token.image;
      const isCode = row.tokens[index - 1]?.tokenType.name === 'CODE';
      const isMeasure = isFirst || measureEntry(what) !== undefined || attributeWords.has(what);
      const name = isCode && !isMeasure ? `${owner}·${nameOfCode}` : isMeasure ? `${owner}·${what}` : what;
      if (!isMeasure && !isCode) owner = what;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const key = count === 1 ? name : `${name} #${count}`;
      const said = isWord(token) && name !== `${owner}·${nameOfCode}` ? '' : shownAs(token);
      const cell = { meaning: meaningOf(token), said, raw: row.raw.slice(from, to) };
      cells.push({ key, ...cell, gap: row.raw.slice(end, from), hasFigure: isFigure(token) });
    } else {
      last.raw += row.raw.slice(end, to);
      last.meaning += ` ${meaningOf(token)}`;
      last.said = [last.said, shownAs(token)].filter(Boolean).join(' ');
      last.hasFigure ||= isFigure(token);
    }
    end = to;
  }
  return cells;
}

/** What stands behind a code is its name, which may be corrected with the code. */
const nameOfCode = '名称';

type Token = Row['tokens'][number];

function isWord({ tokenType: { name: type } }: Token): boolean {
  return /^[\u4e00-\u9fff]+$/.test(type) || ['NAME', 'CODE', 'PROJECT', '{', '}'].includes(type);
}

function isFigure({ tokenType: { name } }: Token): boolean {
  return name === 'NUMBER';
}

/** A word, or a figure behind another one: 外事 0 3 批次 18 人次 says three things. */
function startsCell(tokens: readonly Token[], index: number, { key, hasFigure }: Cell): boolean {
  const token = tokens[index]!;
  if (isWord(token) || key.endsWith(`·${nameOfCode}`)) return true;
  return isFigure(token) && (hasFigure || (index > 0 && isOfStringWithCount(tokens, index)));
}

/** "专家评审接待" 2 次 0.07: the count is no part of what the line is called. */
function isOfStringWithCount(tokens: readonly Token[], index: number): boolean {
  return index === 1 && tokens[0]!.tokenType.name === 'STRING';
}

function unitBehind(tokens: readonly Token[], index: number): string {
  const behind = tokens[index + 1];
  return behind?.tokenType.name === 'UNIT' ? behind.image : '';
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

const emptyCell: Cell = { key: '', meaning: '', said: '', hasFigure: false, raw: '', gap: '' };

function cellMap(row: Row | undefined): Map<string, Cell> {
  return new Map(row ? cellsOf(row).map((cell) => [cell.key, cell]) : []);
}

function saidBy(cell: Cell | undefined): string {
  return cell ? cell.said || cell.meaning : '';
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
