import type { Element } from 'hast';
import type { ChartPoint } from '../document/document.js';
import { chartWidth, type Drawing } from './drawing.js';
import { svg } from './svg.js';
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
export function legendDrawing(points: ChartPoint[], top: number, width = chartWidth): Drawing {
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
    elements.push(hollowMark(x, y), textLines(entry.lines, { x: x + mark, top: y, anchor: 'start', size }));
    x += entry.width + gap;
    rowHeight = Math.max(rowHeight, entry.lines.length * lineHeight(size) + 4);
  }
  return { width, height: points.length === 0 ? top : y + rowHeight + margin, elements };
}

function legendEntry(point: ChartPoint, width: number): { lines: string[]; width: number } {
  const lines = wrapText(`${point.label} ${point.text}`, (width - 2 * margin - mark) / size);
  return { lines, width: mark + Math.max(...lines.map(textWidth)) * size };
}

function hollowMark(x: number, y: number): Element {
  return svg('rect', { x: x + 1, y: y + 2, width: 10, height: 10, fill: 'none', stroke: '#767676' });
}
