import { type Decimal, parseFigure } from '@fiscal/core';
import type { FigureStatement } from './reading.js';

/** The amount that a document says something is, where it says one. */
export function digitsOf(path: readonly string[], known: readonly FigureStatement[]): Decimal | undefined {
  for (const one of known)
    if ('digits' in one.said && isSamePath(one.path, path)) return parseFigure(one.said.digits);
  return undefined;
}

export function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
