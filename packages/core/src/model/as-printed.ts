import { roundTo, truncateTo } from '../number/compare.js';
import type { Decimal } from '../number/decimal.js';
import { isMoneyUnit } from '../number/unit.js';
import type { Fact } from './fact.js';

/** A value with the declared digits of a fact, cut where the report cuts its amounts of money, else rounded. */
export function asPrinted(value: Decimal, { unit, decimals, subject: { base } }: Fact): Decimal {
  return (base.truncates && isMoneyUnit(unit) ? truncateTo : roundTo)(value, decimals);
}
