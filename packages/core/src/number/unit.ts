import { Decimal } from './decimal.js';

/** 元 in one unit of money, as a power of ten. */
const moneyExponents = new Map([
  ['元', 0],
  ['千元', 3],
  ['万元', 4],
  ['亿元', 8],
]);

export const percent = '%';

export const moneyUnits: readonly string[] = [...moneyExponents.keys()];

export function isMoneyUnit(unit: string): boolean {
  return moneyExponents.has(unit);
}

/** Digits by which the point moves left from one unit to another; undefined when they measure different things. */
export function shiftBetween(from: string, to: string): number | undefined {
  if (from === to) return 0;
  const source = moneyExponents.get(from);
  const target = moneyExponents.get(to);
  return source === undefined || target === undefined ? undefined : target - source;
}

/** Converts between money units, exactly; undefined when the units measure different things. */
export function convert(value: Decimal, from: string, to: string): Decimal | undefined {
  const shift = shiftBetween(from, to);
  if (shift === undefined) return undefined;
  return shift === 0 ? value : value.times(new Decimal(10).pow(-shift));
}

/** Declared decimals after conversion: 2 decimals of 亿元 are −2 decimals of 万元. */
export function convertDecimals(decimals: number, from: string, to: string): number | undefined {
  const shift = shiftBetween(from, to);
  return shift === undefined ? undefined : decimals + shift;
}
