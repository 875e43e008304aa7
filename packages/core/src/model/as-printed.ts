import { roundTo, truncateTo } from '../number/compare.js';
import type { Decimal } from '../number/decimal.js';
import { isMoneyUnit } from '../number/unit.js';
import type { Fact } from './fact.js';

/** Amounts in that unit lost the digits behind their last place, where others are rounded: 取舍 截断. */
export function isCut({ truncates }: { readonly truncates: boolean }, unit: string): boolean {
  return truncates && isMoneyUnit(unit);
}

/** A value with the declared digits of a fact, cut where the report cuts its amounts of money, else rounded. */
export function asPrinted(value: Decimal, { unit, decimals, subject: { base } }: Fact): Decimal {
  return (isCut(base, unit) ? truncateTo : roundTo)(value, decimals);
}
