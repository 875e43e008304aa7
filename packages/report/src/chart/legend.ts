import type { Element } from 'hast';
import type { ChartPoint } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { chartWidth, type Drawing, labelMarks, type PointMarks } from './drawing.js';
import { type Properties, svg } from './svg.js';
import { lineHeight, textLines } from './text-lines.js';
import { textWidth, wrapText } from '../measure/text-measure.js';

const size = 13;
const margin = 16;
const mark = 18;
const gap = 20;

/**
 * Points that take no room in the drawing (zero), named with their values below it.
 * `height` counts from the top of the drawing.
 */
export function legendDrawing(points: ChartPoint[], top: number, marked: PointMarks): Drawing {
  const width = chartWidth;
  const elements: Element[] = [];
  let x = margin;
  let y = top;
  let rowHeight = 0;
  for (const point of points) {
    const entry = legendEntry(point, width);
    if (x > margin && x + entry.width > width - margin) {
      x = margin;
      y += rowHeight;
      rowHeight = 0;
    }
    const place = { x: x + mark, top: y, anchor: 'start', size } as const;
    elements.push(
      hollowMark(x, y, marked(point)),
      textLines(entry.lines, place, labelMarks(point.label, marked)),
    );
    x += entry.width + gap;
    rowHeight = Math.max(rowHeight, entry.lines.length * lineHeight(size) + 4);
  }
  return { width, height: points.length === 0 ? top : y + rowHeight + margin, elements };
}

function legendEntry(point: ChartPoint, width: number): { lines: string[]; width: number } {
  const lines = wrapText(`${plainText(point.label)} ${point.text}`, (width - 2 * margin - mark) / size);
  return { lines, width: mark + Math.max(...lines.map(textWidth)) * size };
}

function hollowMark(x: number, y: number, marks: Properties): Element {
  return svg('rect', {
    x: x + 1,
    y: y + 2,
    width: 10,
    height: 10,
    fill: 'none',
    stroke: '#767676',
    ...marks,
  });
}
