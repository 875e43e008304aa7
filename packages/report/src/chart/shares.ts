import { Decimal } from '@fiscal/core';
import type { Chart } from '../document/document.js';
import { ratio } from './ratio.js';

/**
 * The chart with the share of every point of a pie: as the report prints it, otherwise from the exact values,
 * of the sum of all points. Empty where there is none: of a negative point, or without a positive sum.
 */
export function withShares(chart: Chart): Chart {
  if (chart.form !== 'pie') return { ...chart, points: chart.points.map(({ share: _, ...point }) => point) };
  const total = chart.points.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
  const points = chart.points.map((point) => ({
    ...point,
    share: point.share ?? shareOf(point.value, total),
  }));
  return { ...chart, points };
}

function shareOf(value: string, total: Decimal): string {
  if (total.lte(0) || value.startsWith('-')) return '';
  const percent = ratio(value, total).times(100);
  // A share that two decimals would call 0% keeps one digit that is not zero.
  const rounded = percent.lt(0.01) ? percent.toSignificantDigits(1) : percent.toDecimalPlaces(2);
  return `${rounded.toFixed()}%`;
}
