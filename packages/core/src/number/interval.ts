import { Decimal } from './decimal.js';

/** A closed interval: all exact quantities that a printed figure may stand for. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

const half = new Decimal('0.5');
/** Half a unit of each of the decimals that figures are written with. */
const halfUnits = [0, 1, 2, 3, 4, 5, 6].map((decimals) => new Decimal(10).pow(-decimals).times(half));
const nothing = new Decimal(0);

/** Unit of precision: 2 decimals → 0.01. */
export function unitOfPrecision(decimals: number): Decimal {
  return new Decimal(10).pow(-decimals);
}

/** Half a unit of precision, by which rounding may have moved a figure; 0 for an exact one. */
export function roundingRadius(decimals: number | undefined): Decimal {
  if (decimals === undefined) return nothing;
  return halfUnits[decimals] ?? unitOfPrecision(decimals).times(half);
}

/**
 * What a figure of so many decimals stands for, rounded to nearest; `undefined` decimals: exact.
 * Closed at both ends, which covers half-up, half-even and half-down (XBRL Calculations 1.1).
 */
export function roundingInterval(value: Decimal, decimals: number | undefined): Interval {
  const radius = roundingRadius(decimals);
  return { low: value.minus(radius), high: value.plus(radius) };
}

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

export function scale(a: Interval, factor: Decimal | number): Interval {
  const ends = [a.low.times(factor), a.high.times(factor)] as const;
  return ends[0].lte(ends[1]) ? { low: ends[0], high: ends[1] } : { low: ends[1], high: ends[0] };
}

/** The quotient; undefined when the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval | undefined {
  if (contains(b, nothing)) return undefined;
  const quotients = [a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)];
  return { low: Decimal.min(...quotients), high: Decimal.max(...quotients) };
}

export function contains(a: Interval, value: Decimal): boolean {
  return a.low.lte(value) && a.high.gte(value);
}

/** Some quantity lies in both. */
export function touches(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}
