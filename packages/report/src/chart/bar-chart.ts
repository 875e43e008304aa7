import type { Element } from 'hast';
import { Decimal } from '@fiscal/core';
import type { Chart, ChartPoint } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { chartWidth, type Drawing, labelMarks, type PointMarks } from './drawing.js';
import { ratio } from './ratio.js';
import { type Properties, round, svg } from './svg.js';
import { lineHeight, textLines } from './text-lines.js';
import { balanceText, wrapText } from '../measure/text-measure.js';

const size = 15;
const margin = 32;
const plotHeight = 140;

interface Bar {
  point: ChartPoint;
  /** Part of the longest bar, negative below zero: a binary number, for the drawing alone. */
  value: number;
  left: number;
  width: number;
  valueLines: string[];
  labelLines: string[];
  labelMarks: Properties;
}

/** Bars from a common zero line, values above them (below when negative), names under the plot. */
export function barDrawing(chart: Chart, marked: PointMarks): Drawing {
  const width = Math.max(chartWidth, 2 * margin + chart.points.length * 72);
  const bars = layOut(chart.points, width, marked);
  const valueHeight = Math.max(...bars.map((bar) => bar.valueLines.length)) * lineHeight(size) + 6;
  const highest = Math.max(0, ...bars.map((bar) => bar.value));
  const lowest = Math.min(0, ...bars.map((bar) => bar.value));
  const scale = plotHeight / (highest - lowest);
  const zero = 8 + (highest > 0 ? valueHeight : 0) + highest * scale;
  const bottom = zero - lowest * scale + (lowest < 0 ? valueHeight : 0) + 8;
  const labelHeight = Math.max(...bars.map((bar) => bar.labelLines.length)) * lineHeight(size);
  return {
    width,
    height: Math.ceil(bottom + labelHeight + 16),
    elements: [
      ...bars.flatMap((bar, index) =>
        barElements(bar, { fill: colour(index, bars.length), ...marked(bar.point) }, zero, scale, bottom),
      ),
      svg('line', { x1: margin, x2: width - margin, y1: round(zero), y2: round(zero), stroke: '#4a4a4a' }),
    ],
  };
}

function layOut(points: ChartPoint[], width: number, marked: PointMarks): Bar[] {
  const band = (width - 2 * margin) / points.length;
  const barWidth = Math.min(96, band * 0.5);
  const ems = (band - 10) / size;
  const longest = Decimal.max(...points.map((point) => new Decimal(point.value).abs()));
  return points.map((point, index) => ({
    point,
    value: Number(ratio(point.value, longest)),
    left: margin + index * band + (band - barWidth) / 2,
    width: barWidth,
    valueLines: wrapText(point.text, ems),
    labelLines: balanceText(plainText(point.label), ems),
    labelMarks: labelMarks(point.label, marked),
  }));
}

function barElements(bar: Bar, look: Properties, zero: number, scale: number, bottom: number): Element[] {
  const length = Math.abs(bar.value) * scale;
  const x = bar.left + bar.width / 2;
  const top = bar.value < 0 ? zero : zero - length;
  const valueHeight = bar.valueLines.length * lineHeight(size);
  const valueTop = bar.value < 0 ? zero + length + 4 : top - valueHeight - 4;
  return [
    svg('rect', {
      x: round(bar.left),
      y: round(top),
      width: round(bar.width),
      height: round(length),
      stroke: '#1f4e8c',
      ...look,
    }),
    textLines(bar.valueLines, { x, top: valueTop, anchor: 'middle', size }),
    textLines(bar.labelLines, { x, top: bottom, anchor: 'middle', size }, bar.labelMarks),
  ];
}

/** Last year light, this year dark; more bars all alike. */
function colour(index: number, count: number): string {
  return count === 2 && index === 0 ? '#9ccbea' : '#1f4e8c';
}
