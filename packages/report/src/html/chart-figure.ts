import type { Element } from 'hast';
import { h } from 'hastscript';
import { chartElement } from '../chart/chart-element.js';
import { withShares } from '../chart/shares.js';
import { valueWithUnit } from '../chart/text-alternative.js';
import type { Chart } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { words } from '../words.js';
import { inlineElements } from './inline-element.js';
import { onLines } from './layout.js';
import type { Marks } from './marks.js';
import { region } from './table-figure.js';

/** A chart with its caption, and its data as a table that only assistive technology reads. */
export function chartFigure(chart: Chart, marks: Marks): Element {
  const drawing = chartElement(chart, marks.figure);
  // Letters of a drawing are 13 px and more: at seven tenths of it they can be read on a phone, where it scrolls.
  const width = Number(drawing.properties['width']);
  const scrolls = region(plainText(chart.caption));
  const panel = h('div', { className: 'panel', style: `--drawn: ${width}px`, ...scrolls }, drawing);
  const caption = h('figcaption', inlineElements(chart.caption, marks));
  return onLines(h('figure', { id: chart.id, className: 'chart' }, [panel, dataTable(chart), caption]));
}

function dataTable(whole: Chart): Element {
  const chart = withShares(whole);
  const isPie = chart.form === 'pie';
  const headings = [words.chartItem, words.chartValue, ...(isPie ? [words.chartShare] : [])];
  const rows = chart.points.map((point) => {
    const share = isPie ? [h('td', point.share)] : [];
    const value = h('td', { dataPath: point.path }, valueWithUnit(chart, point));
    return h('tr', [h('th', { scope: 'row' }, plainText(point.label)), value, ...share]);
  });
  const header = h(
    'tr',
    headings.map((heading) => h('th', { scope: 'col' }, heading)),
  );
  const table = h('table', [h('caption', plainText(chart.caption)), h('thead', header), h('tbody', rows)]);
  return h('div', { className: 'visually-hidden' }, table);
}
