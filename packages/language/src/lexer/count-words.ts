import { knownMeasure, measures, stateOfWord } from '@fiscal/core';
import type { IToken } from 'chevrotain';
import { unitWords } from './unit-words.js';

/** Measures that are also the unit of their figure: 批次 21 and 21 批次 mean the same. */
const measuresAsUnits = new Set(['批次', '人次']);

export function isMeasureAsUnit(word: string): boolean {
  return measuresAsUnits.has(word);
}

/** Whether 批次 or 人次 behind a figure begins the next one, and is not the unit of this one. */
export function beginsNextFigure(tokens: readonly IToken[], at: number): boolean {
  const [owner, figure, word] = [tokens[at - 2], tokens[at - 1]!, tokens[at]!];
  // 国内 2.65 21 批次: two figures have no word between them, so this one is counted.
  if (isFigure(owner)) return false;
  // 国内 2.65 批次 21: an amount; nobody counts in hundredths.
  if (hasDecimals(figure)) return true;
  const measure = knownMeasure(owner?.tokenType.name ?? '');
  if (measure !== undefined && owner!.image === word.image) return false;
  // 批次 21 人次 137, 人数 3 批次 4: what is counted has been said.
  if (measure !== undefined && countsOf.has(measure)) return true;
  // 国内 2 批次 21 人次 137, 预算 3 批次 4; but 21 批次 137 人次, and 21 批次 137 人次 2.65.
  const last = lastFigure(tokens, at);
  return last !== undefined && (measure !== undefined || !hasDecimals(last));
}

/** A number, or what stands in its place: 未填. */
export function isFigure(token: IToken | undefined): boolean {
  const name = token?.tokenType.name ?? '';
  return name === 'NUMBER' || name in stateOfWord;
}

function hasDecimals({ image }: IToken): boolean {
  return /[.．]/.test(image);
}

/** Words and figures by turns, in one line: the figure at the end, where one is there. */
function lastFigure(tokens: readonly IToken[], from: number): IToken | undefined {
  const { startLine } = tokens[from]!;
  const inLine = (at: number) => (tokens[at]?.startLine === startLine ? tokens[at] : undefined);
  const isWord = (at: number) => isMeasureAsUnit(inLine(at)?.image ?? '');
  const hasUnit = (at: number) => unitWords.has(inLine(at)?.image ?? '');
  let at = from;
  while (isWord(at) && isFigure(inLine(at + 1))) at += 2;
  return at > from && !hasUnit(at) ? tokens[at - 1] : undefined;
}

/** Measures of which each has its own unit. */
const countsOf: ReadonlySet<string> = new Set(
  measures
    .filter(
      ({ roles, unit }) => unit !== undefined && roles.some((role) => role === 'count' || role === 'staff'),
    )
    .map(({ name }) => name),
);
