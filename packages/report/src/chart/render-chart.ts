import { toHtml } from 'hast-util-to-html';
import type { Chart } from '../document/document.js';
import { chartElement } from './chart-element.js';

/** The chart as one self-contained SVG (640 wide at least); the same chart gives the same bytes. */
export function renderChart(chart: Chart): string {
  return toHtml(chartElement(chart), { space: 'svg', closeEmptyElements: true }) + '\n';
}
