import type { Chart, Inline, Table, TableColumn } from '../document/document.js';
import { words } from '../words.js';
import { withShares } from './shares.js';
import { valueWithUnit } from './text-alternative.js';

/** What a chart shows, as a table: a row for each point, with its share where slices have one. */
export function chartTable(whole: Chart): Table {
  const chart = withShares(whole);
  const isPie = chart.form === 'pie';
  const headings = [words.chartItem, words.chartValue, ...(isPie ? [words.chartShare] : [])];
  const rows = chart.points.map((point) => [
    point.label,
    text(valueWithUnit(chart, point)),
    ...(isPie ? [text(point.share ?? '')] : []),
  ]);
  return {
    kind: 'table',
    id: `${chart.id}-table`,
    title: [],
    label: [],
    unit: '',
    header: [headings.map((heading) => ({ content: text(heading), columnSpan: 1, rowSpan: 1 }))],
    columns: headings.map((_, index): TableColumn => ({ align: index === 0 ? 'left' : 'right' })),
    rows: rows.map((cells) => ({
      total: false,
      cells: cells.map((cell, index) => ({ content: cell, header: index === 0 })),
    })),
    notes: [],
  };
}

function text(words: string): Inline[] {
  return words === '' ? [] : [{ kind: 'text', text: words }];
}
