import { takesValue } from './gaps.js';
import { isFigure, isOperator, isSeveralLines, isText, type Word } from './line.js';

/** A measure of a row: 预算 260.00, 21 批次, 目标 ≥ 8 次. */
export interface Cell {
  /** What tells it from the row's other cells: the measure, or the unit of a count. */
  key: string;
  /** The measure as written; empty for a bare figure. */
  name: string;
  number: string;
  unit: string;
  /** Words instead of a number. */
  text?: string;
}

/** The cells of a row from that word on, and the word where they end. */
export function readCells(
  words: readonly Word[],
  from: number,
  kind: string,
): { cells: Cell[]; end: number } {
  const cells: Cell[] = [];
  let at = addFirst(cells, words, from, kind);
  for (let end = addCell(cells, words, at); end > at; end = addCell(cells, words, at)) at = end;
  tellApart(cells);
  return { cells, end: at };
}

/** What may stand behind a label alone: the kind of a unit (单位 某某中心 事业), the value of a line like 科目 2012604. */
function addFirst(cells: Cell[], words: readonly Word[], at: number, kind: string): number {
  const word = words[at];
  if (!word) return at;
  const isKind = kind === '单位' && (word.type === 'NAME' || word.type === '事业');
  if (isKind && !(words[at + 1] && isFigure(words[at + 1]!))) return addText(cells, '类别', '', [word], at);
  if (kind !== 'detail') return at;
  if (isOperator(word)) return Math.max(at, addTarget(cells, words, at, ''));
  return word.type === 'NAME' || word.type === 'CODE' ? addText(cells, '', '', [word], at) : at;
}

/** Adds the cell that begins there and returns where it ends; the same place when no cell begins there. */
function addCell(cells: Cell[], words: readonly Word[], at: number): number {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return at;
  if (isFigure(word)) return addFigure(cells, words, at, '');
  if (!next || !takesValue(word, next)) return at;
  if (isFigure(next)) return addFigure(cells, words, at + 1, word.image);
  if (targets.has(word.type)) return Math.max(at, addTarget(cells, words, at + 1, word.image));
  return wordMeasures.has(word.type) && !isText(next)
    ? addText(cells, word.type, word.image, [next], at + 1)
    : at;
}

const targets = new Set(['目标', '完成']);
const wordMeasures = new Set(['等级', '科目']);

function addFigure(cells: Cell[], words: readonly Word[], at: number, name: string): number {
  let end = at + 1;
  if (words[at]!.image === '-') end++;
  const number = words
    .slice(at, end)
    .map(({ image }) => image)
    .join('');
  const unit = words[end]?.type === 'UNIT' ? words[end++]!.image : '';
  cells.push({ key: name, name, number, unit });
  return end;
}

/** 目标 ≥ 8 次 · 目标 “满意”: the sign, then a figure or a text. Nothing is added for a text of several lines. */
function addTarget(cells: Cell[], words: readonly Word[], from: number, name: string): number {
  let at = from;
  if (words[at] && isOperator(words[at]!)) at++;
  const value = words[at];
  if (!value || isSeveralLines(value) || !(isFigure(value) || isText(value))) return -1;
  if (value.image === '-') at++;
  if (words[at + 1]?.type === 'UNIT') at++;
  return addText(cells, name, name, words.slice(from, at + 1), from);
}

function addText(cells: Cell[], key: string, name: string, words: readonly Word[], at: number): number {
  const text = words.map(({ image }) => image).join(' ');
  cells.push({ key, name, number: '', unit: '', text });
  return at + words.length;
}

/** 2.65 21 批次 137 人次: the counts beside the money are told apart by their units; no key twice. */
function tellApart(cells: Cell[]): void {
  const bare = cells.filter(({ name, text }) => name === '' && text === undefined);
  if (bare.length > 1) for (const cell of bare) cell.key = cell.unit;
  const keys = new Set<string>();
  for (const cell of cells) {
    while (keys.has(cell.key)) cell.key += '′';
    keys.add(cell.key);
  }
}
