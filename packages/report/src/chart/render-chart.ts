import { toHtml } from 'hast-util-to-html';
import type { Chart } from '../document/document.js';
import { printable } from '../document/printable.js';
import { chartElement } from './chart-element.js';

/** The chart as one self-contained SVG (640 wide at least); the same chart gives the same bytes. */
export function renderChart(chart: Chart): string {
  const element = toHtml(chartElement(chart), { space: 'svg', closeEmptyElements: true });
  return asXml(printable(element)) + '\n';
}

/** XML forbids in running text what ends a CDATA section, which HTML allows. */
function asXml(markup: string): string {
  return markup.replaceAll(']]>', ']]&gt;');
}
