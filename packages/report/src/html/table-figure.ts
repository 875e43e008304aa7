import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import type { Table } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { layOutTable, mostShortRows, type Paper, type TableLayout } from '../table-layout/table-layout.js';
import { inlineElements } from './inline-element.js';
import { onLines } from './layout.js';
import type { Marks } from './marks.js';
import { pinnedHeaders } from './pinned-headers.js';
import { tableParts } from './table-element.js';

/** A table that scrolls inside its own region, with title, label and unit above and its notes below. */
export function tableFigure(table: Table, marks: Marks): Element {
  const layout = layOutTable(table);
  const parts = tableParts(table, pinnedHeaders(table, layout), marks);
  const scroller = h(
    'div',
    {
      className: 'scroller',
      ...(layout.least > alwaysFits && region(plainText(table.title) || plainText(table.label))),
    },
    onLines(h('table', [...caption(table, marks), columnGroup(layout), ...parts])),
  );
  const notes = table.notes.map((note) => h('p', { className: 'note' }, inlineElements(note, marks)));
  return onLines(
    h('div', { id: table.id, className: classes(table, layout), style: lengths(layout) }, [
      scroller,
      ...notes,
    ]),
  );
}

/** em of a table's letters on the narrowest phone: what needs no more never scrolls, and the keyboard need not stop there. */
const alwaysFits = 18;

/** What scrolls can be reached and is named. */
export function region(name: string): Properties {
  return { role: 'region', tabIndex: 0, ariaLabel: name || undefined };
}

const paperClasses: Record<Paper, string[]> = { portrait: [], landscape: ['wide'], A3: ['widest'] };

/** A form is a sheet of its own; a short table stays on one page. */
function classes({ startsPage, rows }: Table, { paper, dense }: TableLayout): string[] {
  const sheet = startsPage ? ['sheet'] : [];
  const short = rows.length <= mostShortRows ? ['short'] : [];
  return ['table', ...paperClasses[paper], ...sheet, ...short, ...(dense ? ['dense'] : [])];
}

/** What the style needs to know of this table: its letters on paper, its width on the screen, when it has to scroll. */
function lengths({ size, wish, least }: TableLayout): string {
  return `--size: ${short(size)}pt; --wish: ${short(wish)}em; --least: ${short(least)}em`;
}

function columnGroup({ widths }: TableLayout): Element {
  return h(
    'colgroup',
    widths.map((width) => h('col', { style: `width: ${short(width)}%` })),
  );
}

/** Two decimals, the same on every machine. */
function short(length: number): string {
  return String(Number(length.toFixed(2)));
}

function caption({ title: words, label, unit }: Table, marks: Marks): Element[] {
  const title =
    words.length === 0 ? [] : [h('span', { className: 'table-title' }, inlineElements(words, marks))];
  const line = [
    h('span', { className: 'table-label' }, inlineElements(label, marks)),
    h('span', { className: 'unit' }, unit),
  ];
  const above = label.length === 0 && unit === '' ? [] : [h('span', { className: 'table-line' }, line)];
  if (title.length + above.length === 0) return [];
  return [h('caption', h('span', { className: 'caption' }, [...title, ...above]))];
}
