import { Decimal } from '@fiscal/core';
import { pie } from 'd3-shape';
import type { Chart, ChartPoint } from '../document/document.js';
import { ratio } from './ratio.js';

export const outerRadius = 84;
export const innerRadius = 46;
/** Where leaders turn towards their labels, and where labels begin, from the centre. */
export const gutter = outerRadius + 12;
export const columnEdge = outerRadius + 30;

export interface Slice {
  point: ChartPoint;
  /** Radians from twelve o'clock, clockwise. */
  startAngle: number;
  endAngle: number;
  middle: number;
}

/** A share that is drawn although it is too thin to be seen. */
const thinnest = 0.004;

/**
 * The positive points as angles, beginning at twelve o'clock, in the order given.
 * Values become binary numbers for this geometry alone; labels print the given text.
 */
export function slicesOf(chart: Chart): Slice[] {
  // Of what is not known in part nobody knows the shares.
  if (chart.points.some(({ isOpen }) => isOpen)) return [];
  const points = chart.points.filter((point) => new Decimal(point.value).gt(0));
  const total = points.reduce((sum, point) => sum.plus(point.value), new Decimal(0));
  const layOut = pie<ChartPoint>()
    .sort(null)
    .value((point) => Math.max(Number(ratio(point.value, total)), thinnest));
  return layOut(points).map(({ data, startAngle, endAngle }) => ({
    point: data,
    startAngle,
    endAngle,
    middle: (startAngle + endAngle) / 2,
  }));
}

/** The same ring turned clockwise. */
export function turned(slices: Slice[], angle: number): Slice[] {
  return slices.map((slice) => ({
    ...slice,
    startAngle: slice.startAngle + angle,
    endAngle: slice.endAngle + angle,
    middle: slice.middle + angle,
  }));
}
