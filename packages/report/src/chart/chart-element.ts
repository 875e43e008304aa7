import type { Element } from 'hast';
import { Decimal } from '@fiscal/core';
import type { Chart } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { words } from '../words.js';
import { barDrawing } from './bar-chart.js';
import type { Drawing, PointMarks } from './drawing.js';
import { legendDrawing } from './legend.js';
import { limitPoints } from './limit-points.js';
import { pieDrawing } from './pie-chart.js';
import { withShares } from './shares.js';
import { svg } from './svg.js';
import { textAlternative } from './text-alternative.js';
import { textLines } from './text-lines.js';

const fonts =
  '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Heiti SC", SimHei, sans-serif';

/** The chart as an SVG element, for a file of its own or inside a page; `marked` adds to what is drawn for a point. */
export function chartElement(whole: Chart, marked: PointMarks = () => ({})): Element {
  const { chart, note } = limitPoints(withShares(whole));
  const drawing = withNote(draw(chart, marked), note);
  const top = chart.unit === '' ? 0 : 24;
  const height = drawing.height + top;
  const id = chart.id.replace(/\s+/g, '-');
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      ariaLabelledBy: [`${id}-title`, `${id}-words`],
      viewBox: `0 0 ${drawing.width} ${height}`,
      width: drawing.width,
      height,
      fontFamily: fonts,
      fill: '#1a1a1a',
    },
    [
      svg('title', { id: `${id}-title` }, [plainText(chart.caption)]),
      svg('desc', { id: `${id}-words` }, [textAlternative(whole)]),
      svg('rect', { width: drawing.width, height, fill: '#ffffff' }),
      ...unitNote(chart, drawing.width),
      svg('g', { transform: `translate(0 ${top})` }, drawing.elements),
    ],
  );
}

function unitNote({ unit }: Chart, width: number): Element[] {
  if (unit === '') return [];
  return [textLines([words.unit(unit)], { x: width - 16, top: 8, anchor: 'end', size: 13 })];
}

/** A line below the drawing, for what it does not show. */
function withNote({ width, height, elements }: Drawing, note: string): Drawing {
  if (note === '') return { width, height, elements };
  const line = textLines([note], { x: width / 2, top: height, anchor: 'middle', size: 13 });
  return { width, height: height + 24, elements: [...elements, line] };
}

function draw(chart: Chart, marked: PointMarks): Drawing {
  if (chart.points.length === 0) return inWords(words.noData, chart, marked);
  if (!chart.points.some((point) => isDrawn(chart, point.value)))
    return inWords(reasonForNothing(chart), chart, marked);
  return chart.form === 'bar' ? barDrawing(chart, marked) : pieDrawing(chart, marked);
}

/** Why there is nothing to draw: it is unknown, zero, or of a ring below zero. */
function reasonForNothing({ points }: Chart): string {
  if (points.some(({ isOpen }) => isOpen)) return words.open;
  return points.every(({ value }) => new Decimal(value).isZero()) ? words.allZero : words.noneAbove;
}

function isDrawn(chart: Chart, value: string): boolean {
  const exact = new Decimal(value);
  return chart.form === 'pie' ? exact.gt(0) : !exact.isZero();
}

/** Nothing to draw: say so, and name what would have been drawn. */
function inWords(message: string, chart: Chart, marked: PointMarks): Drawing {
  const legend = legendDrawing(chart.points, 96, marked);
  const text = textLines([message], { x: legend.width / 2, top: 48, anchor: 'middle', size: 16 });
  return { width: legend.width, height: Math.max(160, legend.height), elements: [text, ...legend.elements] };
}
