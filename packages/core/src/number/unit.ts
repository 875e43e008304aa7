import { Decimal } from './decimal.js';

/** Units of money that a report may be written in. */
export const moneyUnits: readonly string[] = ['元', '千元', '万元', '亿元'];

export const percent = '%';

/** What stands before a unit that is a power of ten of another: 万元, 万页, 千瓦. */
const powers = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['十万', 5],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
]);

export function isMoneyUnit(unit: string): boolean {
  return moneyUnits.includes(unit);
}

/** Digits by which the point moves left from one unit to another; undefined when they measure different things. */
export function shiftBetween(from: string, to: string): number | undefined {
  if (from === to) return 0;
  const [source, target] = [scaleOf(from), scaleOf(to)];
  return source.base === target.base ? target.exponent - source.exponent : undefined;
}

function scaleOf(unit: string): { base: string; exponent: number } {
  const [, power = '', base = unit] = /^(十万|百万|千万|[十百千万亿])(.+)$/.exec(unit) ?? [];
  return { base, exponent: powers.get(power) ?? 0 };
}

/** Converts between units that measure the same thing, exactly; undefined when the units measure different things. */
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
