import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Table } from '../document/document.js';
import { inlineElements } from './inline-element.js';
import { onLines } from './layout.js';
import type { Marks } from './marks.js';
import { tableParts } from './table-element.js';

/** A table that scrolls inside its own region, with title, label and unit above and its notes below. */
export function tableFigure(table: Table, marks: Marks): Element {
  const name = table.title || table.label;
  const scroller = h(
    'div',
    { className: 'scroller', role: 'region', tabIndex: 0, ariaLabel: name || undefined },
    onLines(h('table', [...caption(table), ...tableParts(table, marks)])),
  );
  const notes = table.notes.map((note) => h('p', { className: 'note' }, inlineElements(note, marks)));
  return onLines(
    h('section', { id: table.id, className: ['table', ...widthClass(table)] }, [scroller, ...notes]),
  );
}

/** How much paper it needs: portrait, landscape A4, landscape A3. */
function widthClass(table: Table): string[] {
  if (table.columns.length > 18) return ['widest'];
  return table.columns.length > 8 ? ['wide'] : [];
}

function caption(table: Table): Element[] {
  const title = table.title === '' ? [] : [h('span', { className: 'table-title' }, table.title)];
  const line = [
    h('span', { className: 'table-label' }, table.label),
    h('span', { className: 'unit' }, table.unit),
  ];
  const above = table.label === '' && table.unit === '' ? [] : [h('span', { className: 'table-line' }, line)];
  if (title.length + above.length === 0) return [];
  return [h('caption', h('span', { className: 'caption' }, [...title, ...above]))];
}
