import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@fiscal/core';
import { parse } from '@fiscal/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, isWrong, saying } from './check.js';

const examples = join(import.meta.dirname, '..', 'examples');

/**
 * A report is half written most of the time that an author sees it. Whatever top-level items of a valid report
 * are missing, nothing that is there is wrong.
 */
describe.each([
  '攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal',
  '上海市普陀区财政局-2024/上海市普陀区财政局-2024.fiscal',
  '最小/最小.fiscal',
  '两级部门/局机关.fiscal',
  '两级部门/信息中心.fiscal',
  '两级部门/某局-2023.fiscal',
])('%s', (path) => {
  const { head, items } = itemsOf(readFileSync(join(examples, path), 'utf8'));

  test('is right with each single item alone, and without each', () => {
    for (const index of items.keys()) {
      expect(faultsOf(head, [items[index]!])).toEqual([]);
      expect(faultsOf(head, items.toSpliced(index, 1))).toEqual([]);
    }
  });

  test('is right with any of its items', () => {
    fc.assert(
      fc.property(fc.subarray(items), (some) => {
        expect(faultsOf(head, some)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('this year with any of its incomes beside the whole of last year is right', () => {
  const incomes = ['一般公共预算财政拨款收入 11.00', '政府性基金预算财政拨款收入 2.00', '事业收入 3.00'];
  const others = ['年初结转和结余 4.00', '其他收入 1.00'];
  const lines = ['2012601 行政运行 基本 8.00', '2012604 档案馆 项目 3.00'];
  const visits = ['公务接待费 1.00', '公务用车运行维护费 2.00'];
  const blocks = (some: string[][]) => {
    const [income = [], expenditure = [], threePublic = []] = some;
    return `收入 { ${income.join(' ')} } 支出 一般公共预算 { ${expenditure.join(' ')} } 三公经费 { ${threePublic.join(' ')} }`;
  };
  const all = [
    [...incomes, ...others, '总计 21.00'],
    [...lines, '合计 11.00'],
    [...visits, '合计 3.00'],
  ];
  const last = `部门决算 甲局 2022 { ${blocks(all)} }`;
  const some = fc.tuple(
    fc.subarray([...incomes, ...others]),
    fc.subarray(lines),
    fc.subarray(visits),
    fc.boolean(),
  );
  fc.assert(
    fc.property(some, ([...chosen]) => {
      const written = chosen.pop() ? '收入 { 总计 上年 21.00 }' : '';
      const text = `部门决算 甲局 2023 { 引用 上年 "2022.fiscal" ${blocks(chosen as string[][])} ${written} }`;
      const found = check(text, { '2022.fiscal': last }).filter(isFault);
      expect(found.map(saying)).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test('a fault inside a half-written report is still told', () => {
  const text = `部门决算 甲局 2023 {
    收入 { 事业收入 3.00 其他收入 2.00 本年收入合计 6.00 }
  }`;
  const { head, items } = itemsOf(text);
  expect(faultsOf(head, items)).toEqual([
    'I0101 「本年收入合计」应为 5.00 万元（3.00 + 2.00），申报 6.00 万元，差 +1.00 万元，超出舍入误差 ±0.015。',
  ]);
});

/** The first line of a report and its items, as they are written. */
function itemsOf(text: string): { head: string; items: string[] } {
  const [report] = parse(text).value.elements;
  if (report?.$type !== 'Report') throw new Error('no report');
  const head = text.slice(report.$cstNode!.offset, text.indexOf('{', report.$cstNode!.offset) + 1);
  const items = report.items.map(({ $cstNode: node }) => text.slice(node!.offset, node!.end));
  return { head, items };
}

/** Errors and warnings. Holes are taken out: they may name what is missing. P012 counts what is there. */
function faultsOf(head: string, items: readonly string[]): string[] {
  const text = [head, ...items, '}'].join('\n').replace(/【[^】]*】/g, '');
  return check(text).filter(isFault).map(saying);
}

function isFault(finding: Finding): boolean {
  return isWrong(finding) && finding.rule !== 'P012';
}
