import { isDay, type Origin, parseDate, parseFigure } from '@fiscal/core';
import type * as ast from '../generated/ast.js';
import { report } from '../lower/context.js';
import { normalizeName } from '../lower/expressions.js';
import { originOfProperty } from '../lower/origins.js';
import type { LoweredFile } from './file.js';

/** Digits after the point; more than these no accounts have. */
const digits = { least: 0, most: 8 };
/** Years of the classification. */
const years = { least: 1949, most: 2999 };

const bounds = new Map([
  ['小数', digits],
  ['百分比小数', digits],
  ['科目年度', years],
]);

/** A whole number that the head of a report declares; undefined, and reported, when it is none or out of bounds. */
export function numberProperty(file: LoweredFile, property: ast.Property | undefined): number | undefined {
  if (property?.value === undefined) return undefined;
  const value = wholeNumber(property.value);
  const { least, most } = bounds.get(property.key)!;
  if (value !== undefined && value >= least && value <= most) return value;
  reportWrong(file, property.key, property.value, originOfProperty(file.uri, property, 'value'));
  return undefined;
}

/** The year of a report; 0 when it cannot be one. */
export function yearOf(file: LoweredFile, node: ast.Report): number {
  if (node.year === undefined) return 0;
  const value = wholeNumber(node.year);
  if (value !== undefined && value >= years.least && value <= years.most) return value;
  const origin = originOfProperty(file.uri, node, 'year');
  const meant = /^[0-9]{2}$/.test(node.year) ? [`20${node.year}`] : [];
  report(file.context, 'Z025', 'error', origin, 'wrong-year', { name: '年度', value: node.year }, meant);
  return 0;
}

/** Reports what is no day: 2024-02-30, 九月. What was told when it was read is not told again. */
export function checkDate(file: LoweredFile, property: ast.Property | undefined): void {
  if (property?.value === undefined) return;
  const found = normalizeName(property.value);
  const date = parseDate(found);
  if (date && isDay(date)) return;
  const origin = originOfProperty(file.uri, property, 'value');
  report(file.context, 'Z025', 'error', origin, date ? 'no-such-day' : 'wrong-date', { found });
}

export function wholeNumber(text: string | undefined): number | undefined {
  const value = text === undefined ? undefined : parseFigure(text);
  return value?.isInteger() && value.abs().lt(100_000) ? value.toNumber() : undefined;
}

/** Reports a value that a property of that name cannot have. */
export function reportWrong(
  file: LoweredFile,
  name: string,
  value: string,
  origin: Origin,
  suggestions: string[] = [],
): void {
  report(file.context, 'Z025', 'error', origin, 'wrong-setting', { name, value }, suggestions);
}
