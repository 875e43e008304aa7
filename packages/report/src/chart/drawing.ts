import type { Element } from 'hast';

/** What a chart draws below its unit: elements in a box of this size, origin at the top left. */
export interface Drawing {
  width: number;
  height: number;
  elements: Element[];
}

/** Width of an ordinary chart: fits the text width of an A4 page. */
export const chartWidth = 640;
