import { attributes, measures, type Report, wordsOf } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { check, loadText } from './check.js';
import { saidIn } from './told.js';

/** Every word that a measure or a text begins with, and something behind it. */
const details = [
  ...measures
    .filter(({ readBy }) => readBy === undefined)
    .flatMap(wordsOf)
    .map((word) => `${word} 1.00`),
  ...attributes.flatMap(wordsOf).map((word) => `${word} "新增一项"`),
];

/** Every block that comes to a total, with something that stands in it. */
const blocks: [head: string, body: string][] = [
  ['收入', '一般公共预算财政拨款收入 5.00'],
  ['收入 按科目', '2012601 行政运行 财政拨款 5.00'],
  ['支出 6.00', '结余分配 5.00'],
  ['支出 一般公共预算', '2012601 行政运行 基本 5.00'],
  ['支出 政府性基金', '2120801 征地和拆迁补偿支出 项目 5.00'],
  ['基本支出', '30101 基本工资 5.00'],
  ['基本支出 政府性基金', '30101 基本工资 5.00'],
  ['项目支出', '30213 维修（护）费 5.00'],
  ['财政拨款收支', '本年收入合计 5.00'],
  ['结转结余', '一般公共预算财政拨款 年初 5.00'],
  ['三公经费', '公务接待费 5.00'],
  ['机关运行经费', '会议费 5.00'],
  ['政府采购', '货物 5.00'],
  ['国有资产', '车辆 5 辆'],
  ['人员', '本级 编制 5'],
];

function reportOf(item: string): Report {
  return loadText(`部门决算 甲局 2024 {\n${item}\n}`).reports[0]!;
}

describe.each(blocks)('what is said of %s', (head, body) => {
  test('is read', () => {
    const bare = saidIn(reportOf(`${head} {\n${body}\n}`));
    expect(saidIn(reportOf(`${head} 上年 4.00 原因 "新增一项" {\n${body}\n}`)).size).toBe(bare.size + 2);
  });

  test('means the same before its braces and first in them', () => {
    const differing = details.filter((detail) => {
      const [before, inside] = [`${head} ${detail} {\n${body}\n}`, `${head} {\n${detail}\n${body}\n}`].map(
        reportOf,
      );
      return JSON.stringify([...saidIn(before!)].sort()) !== JSON.stringify([...saidIn(inside!)].sort());
    });
    expect(differing).toEqual([]);
  });
});

test.each(blocks)('%s: what is said of it alone ends before the next block', (head) => {
  const wrong = details.filter((detail) => {
    const [whole] = head.split(/ [0-9]/);
    const report = reportOf(`${whole} ${detail}\n政府采购 未发生\n支出 政府性基金 未发生`);
    const said = [...saidIn(report)].map((one) => JSON.stringify(one));
    return !said.some((one) => one.includes('政府采购')) || !said.some((one) => one.includes('政府性基金'));
  });
  expect(wrong).toEqual([]);
});

describe('a reason in the braces of its block', () => {
  test.each([
    [
      '上海',
      '三公经费 0.30 上年 0.40 预算 0.50 { 原因 "来访减少" 预算原因 "来访少于预期"',
      '公务接待费 0.30 }',
      'S008',
    ],
    [
      '四川',
      '三公经费 0.30 上年 0.40 预算 0.50 { 原因 "来访减少" 预算原因 "来访少于预期"',
      '公务接待费 0.30 }',
      'S008',
    ],
    ['上海', '收入 { 原因 "多了一个项目"', '总计 10.00 上年 9.00 }', 'N0508'],
    ['上海', '支出 一般公共预算 { 原因 "多了一个项目"', '合计 10.00 上年 9.00 }', 'N0508'],
    ['上海', '财政拨款收支 { 原因 "多了一个项目"', '总计 10.00 上年 9.00 }', 'N0508'],
    ['上海', '财政拨款收支 原因 "多了一个项目" {', '总计 10.00 上年 9.00 }', 'N0508'],
  ])('%s: %s', (template, head, rest, rule) => {
    const text = (one: string) => `部门决算 甲局 2024 {\n模板 ${template}\n${one}\n${rest}\n}`;
    const asked = (one: string) =>
      check(text(one)).filter((found) => found.rule === rule && found.origin.range.start.line >= 2);
    expect(asked(head.replaceAll(/(预算)?原因 "[^"]*"/g, ''))).not.toEqual([]);
    expect(asked(head)).toEqual([]);
  });
});
