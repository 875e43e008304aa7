import { expect, test } from 'vitest';
import type { Table } from '../src/document/document.js';
import { renderMarkdown } from '../src/markdown/render-markdown.js';
import { table, text } from './table-builder.js';

function markdown(block: Table): string {
  return renderMarkdown({ title: '样例', language: 'zh-CN', blocks: [block] }).text.replace(
    /^# 样例\n\n/,
    '',
  );
}

test('a table of plain columns is a pipe table, its total row bold', () => {
  expect(markdown(table('科目 | 决算数>\n行政运行 | 12.00\n合计 | 12.00', { title: text('支出表') }))).toBe(
    [
      '**支出表**',
      '',
      '| 科目     |    决算数 |',
      '| :------- | --------: |',
      '| 行政运行 |     12.00 |',
      '| **合计** | **12.00** |',
      '',
    ].join('\n'),
  );
});

test('a table with groups is HTML without style; only the total row is bold', () => {
  const text = markdown(
    table('项目[2] | 决算数/2\n编码 | 名称 | ^>\n201 | 行政运行 | 12.00\n | 合计 | 12.00'),
  );
  expect(text).toContain('<th scope="colgroup" colspan="2">项目</th>');
  expect(text).toContain('<td>行政运行</td>');
  expect(text).toContain('<td><strong>合计</strong></td>');
  expect(text).not.toMatch(/style=|pinned|<col/);
});
