import type { Element } from 'hast';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { ChangeMarker } from '../src/html/changes/mark-changes.js';

/** Where a page says that something changed, and what: every word is compared as a whole. */
function placesIn(old: Element[], next: Element[]): string[] {
  const marker = new ChangeMarker(
    {
      words: (before, after) =>
        before === after
          ? [{ kind: 'same', text: after }]
          : [
              { kind: 'removed', text: before },
              { kind: 'added', text: after },
            ],
      align: (before, after) =>
        Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
          ...(index < before.length && { old: index }),
          ...(index < after.length && { new: index }),
        })),
    },
    'c',
    '',
  );
  marker.mark(h('main', old), h('main', next));
  return marker.changes.map((one) => `${one.where}: ${one.old} → ${one.new}`);
}

const figure = (value: string) => h('td', { align: 'right' }, value);
const column = (text: string, properties = {}) => h('th', properties, text);

function tableOf(caption: string, header: Element[][], ...rows: Element[][]): Element {
  return h('table', [
    h('caption', caption),
    h(
      'thead',
      header.map((cells) => h('tr', cells)),
    ),
    h(
      'tbody',
      rows.map((cells) => h('tr', cells)),
    ),
  ]);
}

test('a figure of a table is named by the words before it and by its column', () => {
  const columns = ['项目', '行次', '决算数'].map((text) => column(text));
  const table = (spent: string) =>
    tableOf(
      '收支总表',
      [
        [column('收入', { colSpan: 3 }), column('支出', { colSpan: 3 })],
        [...columns, ...columns],
      ],
      [
        h('th', '本年收入合计'),
        h('td', '1'),
        figure('9'),
        h('td', '本年支出合计'),
        h('td', '2'),
        figure(spent),
      ],
    );
  expect(placesIn([table('7')], [table('8')])).toEqual(['收支总表 本年支出合计 决算数: 7 → 8']);
});

test('a line with a code is named by both, and the columns of a group by their own names', () => {
  const table = (first: string, second: string) =>
    tableOf(
      '支出决算表',
      [
        [
          ...['编码', '名称', '合计'].map((text) => column(text, { rowSpan: 2 })),
          column('其中', { colSpan: 2 }),
        ],
        [column('基本支出'), column('项目支出')],
      ],
      [h('th', '213'), h('td', '农林水支出'), figure(first), figure('1'), figure(second)],
    );
  expect(placesIn([table('3', '2')], [table('4', '3')])).toEqual([
    '支出决算表 213 农林水支出 合计: 3 → 4',
    '支出决算表 213 农林水支出 项目支出: 2 → 3',
  ]);
});

test('in a row of figures alone the column is all that names one', () => {
  const table = (value: string) =>
    tableOf('三公经费表', [[column('预算数'), column('决算数')]], [figure('9'), figure(value)]);
  expect(placesIn([table('7')], [table('8')])).toEqual(['三公经费表 决算数: 7 → 8']);
});

test('an amount with its unit is no name, and what names both row and column is said once', () => {
  const table = (share: string, sum: string) =>
    tableOf(
      '图 1',
      [[column('项目'), column('数值'), column('占比'), column('合计')]],
      [h('th', '差旅费'), figure('15 万元'), figure(share), figure('1')],
      [h('th', '合计'), figure('20 万元'), figure('100%'), figure(sum)],
    );
  expect(placesIn([table('75%', '1')], [table('76%', '2')])).toEqual([
    '图 1 差旅费 占比: 75% → 76%',
    '图 1 合计: 1 → 2',
  ]);
});

test('the contents are named by what they are called', () => {
  const page = (name: string) => [
    h('h1', '封面'),
    h('nav', { ariaLabel: '目录' }, [h('ol', [h('li', [h('a', { href: '#a' }, name)])])]),
    h('h2', '概况'),
    h('p', name),
  ];
  expect(placesIn(page('甲'), page('乙'))).toEqual(['目录: 甲 → 乙', '概况: 甲 → 乙']);
});
