import { Decimal } from './decimal.js';

/** Plain digits without exponent or needless zeros: 3213.28, 0.5, -3. */
export function formatPlain(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

/** All its digits, and at least as many after the point as declared: 6.20. */
export function formatDeclared(value: Decimal, decimals: number): string {
  const shown = Math.max(value.decimalPlaces(), decimals, 0);
  return (value.isZero() ? value.abs() : value).toFixed(shown);
}

/** Rounded half away from zero to so many digits after the point; never “-0.00”. */
export function formatFixed(value: Decimal, decimals: number): string {
  const rounded = value.toDecimalPlaces(decimals);
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(decimals);
}

/** As `formatFixed`, with a comma between each three digits before the point. */
export function formatThousands(value: Decimal, decimals: number): string {
  const [whole = '', fraction] = formatFixed(value, decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
