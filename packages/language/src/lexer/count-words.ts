import { knownMeasure, measures } from '@fiscal/core';
import type { IToken } from 'chevrotain';

/** Measures that are also the unit of their figure: 批次 21 and 21 批次 mean the same. */
const measuresAsUnits = new Set(['批次', '人次']);

export function isMeasureAsUnit(word: string): boolean {
  return measuresAsUnits.has(word);
}

/** Whether 批次 or 人次 behind a figure begins the next one, and is not the unit of this one. */
export function beginsNextFigure(tokens: readonly IToken[], at: number): boolean {
  const [owner, figure, word] = [tokens[at - 2], tokens[at - 1]!, tokens[at]!];
  // 国内 2.65 批次 21: an amount; nobody counts in hundredths.
  if (/[.．]/.test(figure.image)) return true;
  const measure = knownMeasure(owner?.tokenType.name ?? '');
  // 批次 21 人次 137, 人数 3 批次 4: what is counted has been said.
  if (measure === undefined || owner!.image === word.image) return false;
  if (countsOf.has(measure)) return true;
  // 预算 3 批次 4 人次 20, but 上年 2800 人次 12 批次.
  return endsWithFigure(tokens, at);
}

/** Words and figures by turns: whether a figure is the last. */
function endsWithFigure(tokens: readonly IToken[], from: number): boolean {
  let at = from;
  while (measuresAsUnits.has(tokens[at]?.image ?? '') && tokens[at + 1]?.tokenType.name === 'NUMBER') at += 2;
  return at > from && !measuresAsUnits.has(tokens[at]?.image ?? '');
}

/** Measures of which each has its own unit. */
const countsOf: ReadonlySet<string> = new Set(
  measures
    .filter(
      ({ roles, unit }) => unit !== undefined && roles.some((role) => role === 'count' || role === 'staff'),
    )
    .map(({ name }) => name),
);
