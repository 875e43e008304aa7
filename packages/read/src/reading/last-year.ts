import { Decimal, parseFigure } from '@fiscal/core';
import type { FigureStatement } from './reading.js';

const change = '增减额';
const lastYear = '上年';

/** 比上年增加 5 万元: where last year's figure is not printed, it is what is left. */
export function withLastYear(figures: readonly FigureStatement[]): FigureStatement[] {
  const amounts = new Map<string, Decimal>();
  for (const { path, said } of figures) {
    const amount = 'digits' in said ? parseFigure(said.digits) : undefined;
    if (amount && !amounts.has(keyOf(path))) amounts.set(keyOf(path), amount);
  }
  const known = new Set(figures.map(({ path }) => keyOf(path)));
  return figures.map((one): FigureStatement => {
    const subject = one.path.slice(0, -1);
    if (one.path.at(-1) !== change || known.has(keyOf([...subject, lastYear]))) return one;
    const [own, by] = [amounts.get(keyOf(subject)), amounts.get(keyOf(one.path))];
    if (!own || !by) return one;
    return {
      ...one,
      path: [...subject, lastYear],
      said: { digits: own.minus(by).toFixed() },
      isImplied: true,
    };
  });
}

function keyOf(path: readonly string[]): string {
  return path.join('.');
}
