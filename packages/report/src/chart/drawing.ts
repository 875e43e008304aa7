import type { Element } from 'hast';
import type { ChartPoint } from '../document/document.js';
import type { Properties } from './svg.js';

/** What a view adds to the shape of a point. */
export type PointMarks = (point: ChartPoint) => Properties;

/** What a chart draws below its unit: elements in a box of this size, origin at the top left. */
export interface Drawing {
  width: number;
  height: number;
  elements: Element[];
}

/** Width of an ordinary chart. On paper it fills the line, 156 mm: 14 units are 10 points there. */
export const chartWidth = 600;
