import { Decimal } from '@fiscal/core';
import type { Chart, ChartPoint } from '../document/document.js';
import { words } from '../words.js';

/** The chart in words, for readers who cannot see it: 一般公共服务支出 298.74 万元，9%；…. */
export function textAlternative(chart: Chart): string {
  if (chart.points.length === 0) return words.noData;
  return chart.points.map((point) => pointInWords(chart, point)).join('；');
}

/** The value as printed, with the unit unless the text already carries it. */
export function valueWithUnit(chart: Chart, point: ChartPoint): string {
  const said = chart.unit === '' || point.text.endsWith(chart.unit);
  return said ? point.text : `${point.text} ${chart.unit}`;
}

/** The share as the report prints it; from the exact values when the report prints none. Empty without a total. */
export function shareText(chart: Chart, point: ChartPoint): string {
  if (point.share !== undefined) return point.share;
  const total = chart.points.reduce((sum, other) => sum.plus(other.value), new Decimal(0));
  if (total.lte(0)) return '';
  const percent = new Decimal(point.value).div(total).times(100);
  // A share that two decimals would call 0% keeps one digit that is not zero.
  const rounded = percent.abs().lt(0.01) ? percent.toSignificantDigits(1) : percent.toDecimalPlaces(2);
  return `${rounded.toFixed()}%`;
}

function pointInWords(chart: Chart, point: ChartPoint): string {
  const value = `${point.label} ${valueWithUnit(chart, point)}`;
  const share = chart.form === 'pie' ? shareText(chart, point) : '';
  return share === '' ? value : `${value}，${share}`;
}
