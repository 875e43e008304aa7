import type { Chart, ChartPoint } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { words } from '../words.js';
import { limitPoints } from './limit-points.js';
import { withShares } from './shares.js';

/** The chart in words, for readers who cannot see it: 一般公共服务支出 298.74 万元，9%；…. */
export function textAlternative(whole: Chart): string {
  const { chart, note } = limitPoints(withShares(whole));
  if (chart.points.length === 0) return words.noData;
  const points = chart.points.map((point) => pointInWords(chart, point));
  return [...points, ...(note === '' ? [] : [note])].join('；');
}

/** The value as printed, with the unit unless the text already carries it or nobody knows the value. */
export function valueWithUnit(chart: Chart, point: ChartPoint): string {
  const said = chart.unit === '' || point.isOpen || point.text.endsWith(chart.unit);
  return said ? point.text : `${point.text} ${chart.unit}`;
}

function pointInWords(chart: Chart, point: ChartPoint): string {
  const value = `${plainText(point.label)} ${valueWithUnit(chart, point)}`;
  const { share = '' } = point;
  return share === '' ? value : `${value}，${share}`;
}
