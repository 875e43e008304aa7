import { Decimal } from './decimal.js';
import { type Interval, roundingRadius, unitOfPrecision } from './interval.js';

const nothing = new Decimal(0);

/**
 * How far printing may have moved a sum: radii of its parts, of which most are alike and only need counting. Figures
 * that were cut, not rounded, stand for more on one side: the middle of what they stand for lies off by `shift`.
 */
export class Spread {
  private others = nothing;

  constructor(
    private readonly radius: Decimal,
    private times: number,
    /** Middle of the interval − value. */
    private offset = nothing,
    /** The ends do not belong to it: some part was cut. */
    public isOpen = false,
  ) {}

  /** The spread of two sums or figures together, the second of which is added or subtracted. */
  static of(a: Decimal | Spread, b: Decimal | Spread, sign: 1 | -1): Spread {
    const spread = a instanceof Spread ? a.copy() : new Spread(a, 1);
    spread.add(b, sign);
    return spread;
  }

  add(more: Decimal | Spread, sign: 1 | -1): void {
    if (!(more instanceof Spread)) return this.addTimes(more, 1);
    this.addTimes(more.radius, more.times);
    if (!more.others.isZero()) this.others = this.others.plus(more.others);
    if (!more.isOpen) return;
    this.isOpen = true;
    this.offset = sign === 1 ? this.offset.plus(more.offset) : this.offset.minus(more.offset);
  }

  get value(): Decimal {
    return this.radius.times(this.times).plus(this.others);
  }

  get shift(): Decimal {
    return this.offset;
  }

  /** The same in another unit, or on the other side of zero. */
  scaled(factor: Decimal): Spread {
    return new Spread(this.value.times(factor.abs()), 1, this.offset.times(factor), this.isOpen);
  }

  private copy(): Spread {
    const copy = new Spread(this.radius, this.times, this.offset, this.isOpen);
    copy.others = this.others;
    return copy;
  }

  private addTimes(radius: Decimal, times: number): void {
    if (radius === this.radius) this.times += times;
    else this.others = this.others.plus(radius.times(times));
  }
}

/**
 * What a figure of so many decimals may have been before its other digits were cut off: as much as one unit further
 * from zero, the unit itself excluded; 0 may have been on either side.
 */
export function truncationSpread(value: Decimal, decimals: number): Spread {
  const half = roundingRadius(decimals);
  if (value.isZero()) return new Spread(unitOfPrecision(decimals), 1, nothing, true);
  return new Spread(half, 1, value.isNegative() ? half.neg() : half, true);
}

export function spreadValue(spread: Decimal | Spread): Decimal {
  return spread instanceof Spread ? spread.value : spread;
}

/** Middle of what a figure stands for − the figure. */
function shiftOf(spread: Decimal | Spread): Decimal {
  return spread instanceof Spread ? spread.shift : nothing;
}

/** The least that a figure stands for. */
export function lowEnd(value: Decimal, spread: Decimal | Spread): Decimal {
  return value.plus(shiftOf(spread)).minus(spreadValue(spread));
}

/** The most that a figure stands for. */
export function highEnd(value: Decimal, spread: Decimal | Spread): Decimal {
  return value.plus(shiftOf(spread)).plus(spreadValue(spread));
}

export function intervalOf(value: Decimal, spread: Decimal | Spread): Interval {
  return { low: lowEnd(value, spread), high: highEnd(value, spread) };
}

export function scaledSpread(spread: Decimal | Spread, factor: Decimal): Decimal | Spread {
  return spread instanceof Spread ? spread.scaled(factor) : spread.times(factor.abs());
}

/** Lowest and highest difference between two sides that are the same quantity; the ends belong to it unless open. */
export interface Allowance {
  least: Decimal;
  most: Decimal;
  isOpen: boolean;
}

/** What rounding or cutting allows left − right to be. */
export function allowanceOf(left: Decimal | Spread, right: Decimal | Spread): Allowance {
  const radius = spreadValue(left).plus(spreadValue(right));
  const isOpen = [left, right].some((spread) => spread instanceof Spread && spread.isOpen);
  if (!isOpen) return { least: radius.neg(), most: radius, isOpen };
  const shift = shiftOf(left).minus(shiftOf(right));
  return { least: radius.plus(shift).neg(), most: radius.minus(shift), isOpen };
}

/** The difference is none, or one that printing explains. */
export function allows({ least, most, isOpen }: Allowance, difference: Decimal): boolean {
  if (difference.isZero()) return true;
  if (isOpen) return difference.gt(least) && difference.lt(most);
  return difference.gte(least) && difference.lte(most);
}

/** The left side is no more than the right one, as far as printing lets one tell. */
export function allowsAtMost({ most, isOpen }: Allowance, difference: Decimal): boolean {
  return difference.lte(0) || (isOpen ? difference.lt(most) : difference.lte(most));
}
