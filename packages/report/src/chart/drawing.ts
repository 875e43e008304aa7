import type { Element } from 'hast';

/** What a chart draws below its unit: elements in a box of this size, origin at the top left. */
export interface Drawing {
  width: number;
  height: number;
  elements: Element[];
}

/** Width of an ordinary chart. On paper it fills the line, 156 mm: 14 units are 10 points there. */
export const chartWidth = 600;
