import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose, type Inline, type Table } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { loadExample } from './check.js';

const name = '上海市普陀区财政局-2024';

/** The cells of the nine tables as they were published, row by row; '' for a blank cell. */
const published: Record<string, string[][]> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', `${name}-表.json`), 'utf8'),
);

/**
 * Known faults of the published tables: 208 is 326.71 in the two tables of totals and 326.72, the sum of its
 * lines, in the three tables by subject. One fact has one value here.
 */
const corrected: Record<string, [string, string]> = {
  收入支出决算总表: ['八、社会保障和就业支出', '326.72'],
  财政拨款收入支出决算总表: ['八、社会保障和就业支出', '326.72'],
};

const tables = tablesOf(name);

describe('tables one to nine, cell by cell', () => {
  test.each(Object.keys(published))('%s', (title) => {
    expect(cellsOf(tables.get(title)!)).toEqual(expected(title));
  });
});

test('they stand in the published order, each with a note', () => {
  expect([...tables.keys()].filter((title) => title !== '')).toEqual(Object.keys(published));
  for (const title of Object.keys(published))
    expect(textOf(tables.get(title)!.notes[0]!)).toMatch(/^注：本表反映/);
});

test('tables without figures keep their form and say why', () => {
  const empty = Object.keys(published).slice(-2);
  const statements = empty.map((title) => textOf(tables.get(title)!.notes[1]!));
  expect(statements).toEqual([
    '说明：上海市普陀区财政局本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。',
    '说明：上海市普陀区财政局本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。',
  ]);
});

test('headers stand over the columns that they mean', () => {
  const headers = (title: string) =>
    tables.get(title)!.header.map((row) => row.map(({ content }) => textOf(content)).join(' '));
  expect(headers('收入决算表')).toEqual([
    '项目 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入',
    '功能分类科目编码 科目名称',
  ]);
  expect(headers('财政拨款“三公”经费支出决算表')).toEqual([
    '财政拨款“三公”经费',
    '合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费',
    '小计 公务用车购置费 公务用车运行维护费',
    Array.from({ length: 6 }, () => '预算数 决算数').join(' '),
  ]);
});

function expected(title: string): string[][] {
  const [row, value] = corrected[title] ?? [];
  return published[title]!.map((cells) =>
    row !== undefined && cells.includes(row)
      ? cells.map((cell) => (cell === '326.71' ? value! : cell))
      : cells,
  );
}

function tablesOf(example: string): Map<string, Table> {
  const { reports } = loadExample(`${example}/${example}.fiscal`);
  const { blocks } = compose(reports[0]!).document;
  return new Map(blocks.flatMap((block) => (block.kind === 'table' ? [[textOf(block.title), block]] : [])));
}

function cellsOf({ rows }: Table): string[][] {
  return rows.map(({ cells }) => cells.map(({ content }) => textOf(content)));
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => ('text' in inline ? inline.text : '')).join('');
}
