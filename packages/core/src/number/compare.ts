import { Decimal } from './decimal.js';
import { add, type Interval, divide, scale, subtract, touches, unitOfPrecision } from './interval.js';
import { allows } from './spread.js';

/** A figure with what it stands for; `decimals` undefined: exact. */
export interface Figure extends Interval {
  readonly value: Decimal;
  readonly decimals?: number;
  /** Further digits were cut off, not rounded: the end away from zero does not belong to it. */
  readonly truncated?: true;
}

export interface SignedFigure {
  figure: Figure;
  sign: 1 | -1;
}

/**
 * agree: nothing to say · explained: rounding alone explains the difference (尾差) ·
 * one-unit: apart by exactly one unit of the last declared place · differ: wrong ·
 * undefined: the denominator is or may be zero.
 */
export type Outcome = 'agree' | 'explained' | 'one-unit' | 'differ' | 'undefined';

export interface Verdict {
  outcome: Outcome;
  expected: Decimal;
  actual: Decimal;
  /** actual − expected */
  difference: Decimal;
  /** Largest |difference| that rounding explains. */
  tolerance: Decimal;
}

const zero = new Decimal(0);
const hundred = new Decimal(100);

/** EXACT: both sides are exact. */
export function compareExact(actual: Decimal, expected: Decimal): Verdict {
  return verdict(actual, expected, zero, (difference) => (difference.isZero() ? 'agree' : 'differ'));
}

/**
 * SAME: one fact shown in two places. Both are read at the coarser declared precision, as the coarser one was made;
 * closed intervals would accept 326.71 beside 326.72, so intervals are of no use here. Only where one was rounded and
 * the other cut may they differ and be the same.
 */
export function compareSame(actual: Figure, expected: Figure): Verdict {
  const decimals = coarser(actual.decimals, expected.decimals);
  if (decimals === undefined) return compareExact(actual.value, expected.value);
  const unit = unitOfPrecision(decimals);
  const isCut = [actual, expected].some((figure) => figure.decimals === decimals && figure.truncated);
  const [a, b] = [actual, expected].map(({ value }) => (isCut ? truncateTo : roundTo)(value, decimals));
  return verdict(a!, b!, zero, (difference) => {
    if (difference.isZero()) return 'agree';
    const isMixed = actual.decimals === expected.decimals && actual.truncated !== expected.truncated;
    if (isMixed && touches(actual, expected)) return 'explained';
    return difference.abs().eq(unit) ? 'one-unit' : 'differ';
  });
}

/** SUM: a total against its signed parts, each of which may have been rounded. */
export function compareSum(total: Figure, parts: Iterable<SignedFigure>): Verdict {
  let expected = zero;
  let rest: Interval = total;
  let isOpen = total.truncated === true;
  for (const { figure, sign } of parts) {
    expected = sign === 1 ? expected.plus(figure.value) : expected.minus(figure.value);
    rest = sign === 1 ? subtract(rest, figure) : add(rest, figure);
    isOpen ||= figure.truncated === true;
  }
  const difference = total.value.minus(expected);
  const [least, most] = [difference.minus(rest.high), difference.minus(rest.low)];
  const tolerance = Decimal.max(least.abs(), most.abs());
  return verdict(total.value, expected, tolerance, () => {
    if (difference.isZero()) return 'agree';
    return allows({ least, most, isOpen }, difference) ? 'explained' : 'differ';
  });
}

/** RATIO: a stated percentage against numerator ÷ denominator. */
export function compareRatio(ratio: Figure, numerator: Figure, denominator: Figure): Verdict {
  const quotient = divide(numerator, denominator);
  if (!quotient) return undefinedRatio(ratio);
  const percentage = scale(quotient, hundred);
  const expected = numerator.value.div(denominator.value).times(hundred);
  const widest = Decimal.max(expected.minus(percentage.low), percentage.high.minus(expected));
  return verdict(ratio.value, expected, widest.plus(radiusOf(ratio)), () => {
    if (displays(expected, ratio)) return 'agree';
    return touches(percentage, ratio) ? 'explained' : 'differ';
  });
}

/** Growth: (current − prior) ÷ |prior| in percent. */
export function compareGrowth(ratio: Figure, current: Figure, prior: Figure): Verdict {
  const change = { value: current.value.minus(prior.value), ...subtract(current, prior) };
  const base = prior.value.isNegative() ? { value: prior.value.neg(), ...scale(prior, -1) } : prior;
  return compareRatio(ratio, change, base);
}

/** Cut after the declared place, towards zero. */
export function truncateTo(value: Decimal, decimals: number): Decimal {
  const unit = unitOfPrecision(decimals);
  return value.div(unit).trunc().times(unit);
}

function displays(exact: Decimal, stated: Figure): boolean {
  return stated.decimals === undefined
    ? exact.eq(stated.value)
    : roundTo(exact, stated.decimals).eq(stated.value);
}

function undefinedRatio(ratio: Figure): Verdict {
  return { outcome: 'undefined', expected: zero, actual: ratio.value, difference: zero, tolerance: zero };
}

function verdict(
  actual: Decimal,
  expected: Decimal,
  tolerance: Decimal,
  judge: (difference: Decimal) => Outcome,
): Verdict {
  const difference = actual.minus(expected);
  return { outcome: judge(difference), expected, actual, difference, tolerance };
}

function radiusOf(figure: Figure): Decimal {
  return figure.high.minus(figure.value);
}

function coarser(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}

/** Half away from zero to the declared place, which may lie before the point (negative decimals). */
export function roundTo(value: Decimal, decimals: number): Decimal {
  if (decimals >= 0) return value.toDecimalPlaces(decimals);
  return value.toNearest(unitOfPrecision(decimals));
}
