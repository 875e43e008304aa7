import { Decimal } from './decimal.js';

const nothing = new Decimal(0);

/** How far rounding may have moved a sum: radii of its parts, of which most are alike and only need counting. */
export class Spread {
  private others = nothing;

  constructor(
    private readonly radius: Decimal,
    private times: number,
  ) {}

  /** The spread of two sums or figures together. */
  static of(a: Decimal | Spread, b: Decimal | Spread): Spread {
    const spread = a instanceof Spread ? new Spread(a.radius, a.times) : new Spread(a, 1);
    if (a instanceof Spread) spread.others = a.others;
    spread.add(b);
    return spread;
  }

  add(more: Decimal | Spread): void {
    if (!(more instanceof Spread)) this.addTimes(more, 1);
    else {
      this.addTimes(more.radius, more.times);
      if (!more.others.isZero()) this.others = this.others.plus(more.others);
    }
  }

  get value(): Decimal {
    return this.radius.times(this.times).plus(this.others);
  }

  private addTimes(radius: Decimal, times: number): void {
    if (radius === this.radius) this.times += times;
    else this.others = this.others.plus(radius.times(times));
  }
}

export function spreadValue(spread: Decimal | Spread): Decimal {
  return spread instanceof Spread ? spread.value : spread;
}
