import { Decimal } from '@fiscal/core';

/** Digits that can matter for a share; dividing the million digits of a mistyped figure would take seconds. */
const digits = 40;

/** A value as part of a whole that is not zero. */
export function ratio(value: string, whole: Decimal): Decimal {
  return new Decimal(value).toSignificantDigits(digits).div(whole.toSignificantDigits(digits));
}
