import type { Element } from 'hast';
import { h } from 'hastscript';
import { chartElement } from '../chart/chart-element.js';
import { shareText, valueWithUnit } from '../chart/text-alternative.js';
import type { Chart } from '../document/document.js';
import { words } from '../words.js';
import { onLines } from './layout.js';
import type { Marks } from './marks.js';

/** A chart with its caption, and its data as a table that only assistive technology reads. */
export function chartFigure(chart: Chart, marks: Marks): Element {
  const panel = h('div', { className: 'panel' }, chartElement(chart, marks.figure));
  const caption = h('figcaption', chart.caption);
  return onLines(h('figure', { id: chart.id, className: 'chart' }, [panel, dataTable(chart), caption]));
}

function dataTable(chart: Chart): Element {
  const withShares = chart.form === 'pie';
  const headings = [words.chartItem, words.chartValue, ...(withShares ? [words.chartShare] : [])];
  const rows = chart.points.map((point) => {
    const share = withShares ? [h('td', shareText(chart, point))] : [];
    const value = h('td', { dataPath: point.path }, valueWithUnit(chart, point));
    return h('tr', [h('th', { scope: 'row' }, point.label), value, ...share]);
  });
  const header = h(
    'tr',
    headings.map((heading) => h('th', { scope: 'col' }, heading)),
  );
  const table = h('table', [h('caption', chart.caption), h('thead', header), h('tbody', rows)]);
  return h('div', { className: 'visually-hidden' }, table);
}
