import { Decimal } from '../number/decimal.js';
import { formatFixed, formatPlain } from '../number/format.js';
import type { Operand } from './finding.js';

/** More operands than this are not all shown. */
const shownOperands = 6;
/** 万元 written in 元 have six decimals. */
const mostDecimals = 6;

/** Digits after the point that show all the values in full, as they are written. */
export function decimalsOf(operands: readonly Operand[], ...values: string[]): number {
  const all = [...operands.map(({ value }) => value), ...values];
  return Math.min(mostDecimals, Math.max(0, ...all.map((value) => value.split('.')[1]?.length ?? 0)));
}

export function fixed(value: string, decimals: number): string {
  return withMinus(formatFixed(new Decimal(value), decimals));
}

export function amount(value: string, decimals: number, unit: string): string {
  return `${fixed(value, decimals)}${spaced(unit)}`;
}

/** +437.08 万元, −0.01 万元. */
export function signedAmount(value: string, unit: string, decimals?: number): string {
  const exact = new Decimal(value);
  const text = decimals === undefined ? formatPlain(exact) : formatFixed(exact, decimals);
  return `${exact.isPositive() ? '+' : ''}${withMinus(text)}${spaced(unit)}`;
}

/** 3213.28 + 437.09; a long sum is told without its zeros, and cut: 1 + 2 + 3 + 4 + 5 + … 等 29 项. */
export function sumText(parts: readonly Operand[], decimals: number): string {
  const told = parts.length > shownOperands ? withoutZeros(parts) : parts;
  const shown = told.length > shownOperands ? told.slice(0, shownOperands - 1) : told;
  const sum = shown.map((part, index) => termText(part, decimals, index === 0)).join('');
  return shown.length === told.length ? sum : `${sum} + … 等 ${told.length} 项`;
}

function withoutZeros(parts: readonly Operand[]): readonly Operand[] {
  const told = parts.filter(({ value }) => !new Decimal(value).isZero());
  return told.length > 0 ? told : parts.slice(0, 1);
}

function termText({ value, sign }: Operand, decimals: number, first: boolean): string {
  const text = fixed(value, decimals);
  const term = text.startsWith('−') && !(first && sign === 1) ? `(${text})` : text;
  if (first) return sign === 1 ? term : `−${term}`;
  return sign === 1 ? ` + ${term}` : ` − ${term}`;
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}

function spaced(unit: string): string {
  return unit === '' || unit === '%' ? unit : ` ${unit}`;
}
