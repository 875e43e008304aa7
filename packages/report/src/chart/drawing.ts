import type { Element } from 'hast';
import type { ChartPoint, Inline } from '../document/document.js';
import { figuresOf, type InlineFigure } from '../document/figures-in.js';
import type { Properties } from './svg.js';

/** What a view adds to the shape of a point, and to a label for the figures in it. */
export type PointMarks = (figure: ChartPoint | InlineFigure) => Properties;

/** A label is drawn as one: it leads to where its first figure leads that leads anywhere. */
export function labelMarks(label: Inline[], marked: PointMarks): Properties {
  const marks = figuresOf(label).map(marked);
  return marks.find((properties) => Object.keys(properties).length > 0) ?? {};
}

/** What a chart draws below its unit: elements in a box of this size, origin at the top left. */
export interface Drawing {
  width: number;
  height: number;
  elements: Element[];
}

/** Width of an ordinary chart. On paper it fills the line, 156 mm: 14 units are 10 points there. */
export const chartWidth = 600;
