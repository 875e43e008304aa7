import { Decimal } from '@fiscal/core';
import type { Chart, ChartPoint, Inline } from '../document/document.js';
import { words } from '../words.js';

/** Nobody tells more bars or slices apart. */
const most = 200;

/**
 * The chart with at most so many points, and a note on what it leaves out. Slices that are left out become one
 * slice, so that the ring stays whole; their table of data still has them all.
 */
export function limitPoints(chart: Chart): { chart: Chart; note: string } {
  if (chart.points.length <= most) return { chart, note: '' };
  const drawn = chart.points.slice(0, most);
  const left = chart.points.slice(most);
  const rest = chart.form === 'pie' ? remainder(left) : [];
  return { chart: { ...chart, points: [...drawn, ...rest] }, note: words.leftOut(left.length) };
}

function remainder(left: readonly ChartPoint[]): ChartPoint[] {
  const label: Inline[] = [{ kind: 'text', text: words.rest(left.length) }];
  const open = left.find(({ isOpen }) => isOpen);
  if (open) return [{ label, value: '0', text: open.text, share: '', isOpen: true }];
  const sum = left.reduce((before, { value }) => before.plus(Decimal.max(0, value)), new Decimal(0));
  return sum.isZero() ? [] : [{ label, value: sum.toFixed(), text: sum.toFixed(), share: '' }];
}
