import type { Inline } from './document/document.js';
import { plainText } from './document/plain-text.js';
import { printable } from './document/printable.js';
import { joinLines } from './document/soft-breaks.js';

/** What a cell holds for a program that reckons: a number with the decimals that it is printed with, or words. */
export type CellValue =
  | { kind: 'words'; text: string }
  /** `value` is a plain decimal: -1234.50; of a percentage the part of one: 0.985. */
  | { kind: 'number'; text: string; value: string; decimals: number; thousands: boolean; percent: boolean };

/** A figure that stands alone is a number; a code, a sentence or 未填 is not. */
export function cellValue(content: readonly Inline[]): CellValue {
  const text = printable(plainText(joinLines([...content])));
  const [only, ...others] = content.filter((inline) => !('text' in inline) || inline.text !== '');
  const isFigure = others.length === 0 && only?.kind === 'figure';
  return (isFigure ? numberOf(text) : undefined) ?? { kind: 'words', text };
}

/** Fifteen digits are as many as a spreadsheet keeps. */
const mostDigits = 15;

function numberOf(text: string): CellValue | undefined {
  const match = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)$/.exec(text);
  if (!match) return undefined;
  const [, minus, whole = '', fraction = '', percent] = match;
  const digits = whole.replaceAll(',', '');
  if (digits.length + fraction.length > mostDigits) return undefined;
  const sign = minus === '' ? '' : '-';
  const value = percent ? hundredth(digits, fraction) : fraction === '' ? digits : `${digits}.${fraction}`;
  return {
    kind: 'number',
    text,
    value: sign + value,
    decimals: fraction.length,
    thousands: whole.includes(','),
    percent: percent === '%',
  };
}

/** The point two places to the left. */
function hundredth(whole: string, fraction: string): string {
  const padded = whole.padStart(3, '0');
  return `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`;
}
