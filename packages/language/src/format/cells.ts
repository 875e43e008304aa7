import { takesValue } from './gaps.js';
import { isFigure, isOperator, isSeveralLines, isText, type Word } from './line.js';

/** A measure of a line: 预算 260.00, 21 批次, 目标 ≥ 8 次, 目标 "满意". */
export interface Cell {
  /** The measure as written; empty for a bare figure. */
  name: string;
  sign: string;
  /** Set to the right; empty for words. */
  number: string;
  /** With the blank before it, where there is one: 8 次, 17.2%. */
  unit: string;
  /** Words instead of a number, set to the left. */
  text: string;
}

/** The cells of a line from that word on, and the word where they end. */
export function readCells(
  words: readonly Word[],
  from: number,
  kind: string,
): { cells: Cell[]; end: number } {
  const cells: Cell[] = [];
  let at = addFirst(cells, words, from, kind);
  for (let end = addCell(cells, words, at); end > at; end = addCell(cells, words, at)) at = end;
  return { cells, end: at };
}

/** What may stand behind a label alone: the kind of a unit (单位 某某中心 事业), the value of a line like 科目 2012604. */
function addFirst(cells: Cell[], words: readonly Word[], at: number, kind: string): number {
  const word = words[at];
  if (!word) return at;
  const isKind = kind === '单位' && (word.type === 'NAME' || word.type === '事业');
  if (isKind && !(words[at + 1] && isFigure(words[at + 1]!))) return addText(cells, '', word, at);
  if (kind !== 'detail') return at;
  if (isOperator(word)) return addTarget(cells, words, at, '');
  return word.type === 'NAME' || word.type === 'CODE' ? addText(cells, '', word, at) : at;
}

/** Adds the cell that begins there and returns where it ends; the same place when no cell begins there. */
function addCell(cells: Cell[], words: readonly Word[], at: number): number {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return at;
  if (isFigure(word)) return addFigure(cells, words, at, { name: '', sign: '' });
  if (!next || !takesValue(word, next)) return at;
  if (isFigure(next)) return addFigure(cells, words, at + 1, { name: word.image, sign: '' });
  if (targets.has(word.type)) return Math.max(at, addTarget(cells, words, at + 1, word.image));
  return wordMeasures.has(word.type) && !isText(next) ? addText(cells, word.image, next, at + 1) : at;
}

const targets = new Set(['目标', '完成']);
const wordMeasures = new Set(['等级', '科目']);

/** 目标 ≥ 8 次 · 目标 “满意”: the sign, then a figure or a text. Nothing is added for a text of several lines. */
function addTarget(cells: Cell[], words: readonly Word[], from: number, name: string): number {
  const hasSign = words[from] !== undefined && isOperator(words[from]);
  const sign = hasSign ? words[from]!.image : '';
  const at = hasSign ? from + 1 : from;
  const value = words[at];
  if (value && isFigure(value)) return addFigure(cells, words, at, { name, sign });
  if (!value || !isText(value) || isSeveralLines(value)) return from;
  return addText(cells, name, value, at, sign);
}

function addFigure(
  cells: Cell[],
  words: readonly Word[],
  from: number,
  named: Pick<Cell, 'name' | 'sign'>,
): number {
  const isApart = words[from]!.image === '-' && words[from + 1] !== undefined;
  const at = isApart ? from + 1 : from;
  const [image, number = image, stuck = ''] = /^(.*?\d)(\D*)$/.exec(words[at]!.image) ?? [words[at]!.image];
  const next = words[at + 1];
  const unit = next?.type === 'UNIT' ? ` ${next.image}` : stuck;
  cells.push({ ...named, number: (isApart ? '-' : '') + number, unit, text: '' });
  return next?.type === 'UNIT' ? at + 2 : at + 1;
}

function addText(cells: Cell[], name: string, { image }: Word, at: number, sign = ''): number {
  cells.push({ name, sign, number: '', unit: '', text: image });
  return at + 1;
}
