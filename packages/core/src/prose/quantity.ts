import { Decimal } from '../number/decimal.js';
import type { Figure } from '../number/compare.js';
import { roundingInterval } from '../number/interval.js';
import { intervalOf, truncationSpread } from '../number/spread.js';
import { convert, isMoneyUnit } from '../number/unit.js';
import { remembered } from './remembered.js';

/** A figure in running text, with what it counts. */
export interface Quantity {
  /** Of the digits, in the passage. */
  start: number;
  end: number;
  /** Behind the unit. */
  after: number;
  figure: Figure;
  unit: string;
  /** Said to be neither more nor less: no 约, 余, 以上, and not one end of a range. */
  exact: boolean;
}

const units =
  '亿元|万元|千元|元|个百分点|百分点|[%％]|个|人次|人|批次|批|辆|台|套|项|件|次|家|户|名|条|份|篇|期|场';

/**
 * Digits that stand by themselves, then what makes them vague, then the unit. Not those of years, dates, document
 * numbers 〔2022〕29号, 7×24, codes, version numbers and measures of other things: 100MW.
 */
const pattern = new RegExp(
  `(?<![\\d.,A-Za-z〔\\[（(×xX*/~～—+-])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(余|多|来|几)?\\s*(${units})(?![A-Za-z/／])`,
  'g',
);

const vagueBefore =
  /(约|大约|近|超|超过|逾|达到?|不足|不低于|不少于|不超过|不高于|至少|最高|最低|以上|预计|力争|达)\s*$/;
const vagueAfter = /^\s*(以上|以下|以内|左右|上下|余|多|至|到|[-~～—])/;
const rangeBefore = /\d\s*(亿元|万元|元|%|％)?\s*(至|到|[-~～—])\s*$/;

/** The quantities of a text in order. Full-width digits are read as half-width ones. */
export const quantitiesIn = remembered((text: string): readonly Quantity[] =>
  [...halfWidthDigits(text).matchAll(pattern)].map((match) => quantityAt(text, match)),
);

function quantityAt(text: string, match: RegExpExecArray): Quantity {
  const [whole, integer = '', fraction = '', vague, unit = ''] = match;
  const start = match.index;
  const after = start + whole.length;
  const value = new Decimal(integer.replaceAll(',', '') + fraction);
  const decimals = fraction === '' ? 0 : fraction.length - 1;
  const before = text.slice(Math.max(0, start - 12), start);
  const exact =
    vague === undefined &&
    !vagueBefore.test(before) &&
    !rangeBefore.test(before) &&
    !vagueAfter.test(text.slice(after));
  return {
    start,
    end: start + integer.length + fraction.length,
    after,
    figure: figureOf(value, decimals),
    unit: unit === '％' ? '%' : unit,
    exact,
  };
}

/** Both are money, or count the same. */
export function isSameKind(one: Quantity, { unit }: Quantity): boolean {
  return one.unit === unit || (isMoneyUnit(one.unit) && isMoneyUnit(unit));
}

/** The figure read at another precision: 68 beside 74.25 is 68.00. */
export function withDecimals({ figure: { value, truncated } }: Quantity, decimals: number): Figure {
  return truncated ? cut(value, decimals) : figureOf(value, decimals);
}

/** The quantity where it was cut, not rounded. */
export function asCut(quantity: Quantity): Quantity {
  const { value, decimals = 0 } = quantity.figure;
  return { ...quantity, figure: cut(value, decimals) };
}

/** The figure in another unit of its kind; what is counted is exact. */
export function figureIn(figure: Figure, from: string, to: string): Figure {
  if (!isMoneyUnit(to)) return to === '%' ? figure : exactly(figure);
  if (from === to) return figure;
  const shifted = (value: Decimal) => convert(value, from, to) ?? value;
  const { truncated } = figure;
  const ends = { low: shifted(figure.low), high: shifted(figure.high) };
  return { value: shifted(figure.value), ...ends, ...(truncated && { truncated }) };
}

/** Nothing was rounded: what is counted, or a whole of 100 %. */
export function exactly({ value }: Pick<Figure, 'value'>): Figure {
  return { value, low: value, high: value };
}

/** A figure stands for all that is rounded to it. */
function figureOf(value: Decimal, decimals: number): Figure {
  return { value, decimals, ...roundingInterval(value, decimals) };
}

function cut(value: Decimal, decimals: number): Figure {
  return { value, decimals, truncated: true, ...intervalOf(value, truncationSpread(value, decimals)) };
}

function halfWidthDigits(text: string): string {
  return text.replace(/[０-９．]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
