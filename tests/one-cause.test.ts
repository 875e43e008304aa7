import { describe, expect, test } from 'vitest';
import { check, type Files, isWrong, saying } from './check.js';

/** What has one cause is told once, and what cannot be compared is not compared. */

describe('a name that is not the official one', () => {
  test.each(['津贴补帖', '津贴补贴'])('is told at its line alone, though the text lists %s', (listed) => {
    const found = check(`部门决算 甲局 2024 {
  模板 上海
  支出 一般公共预算 { 2012601 行政运行 基本 15.00 }
  基本支出 {
    人员经费 15.00 { 所列 "基本工资、${listed}" }
    30101 基本工资 10.00
    30102 津贴补帖 5.00
  }
}`);
    expect(found.map(({ rule }) => rule).filter((rule) => /^[CN]/.test(rule))).toEqual(['C002']);
  });

  test('what the text lists and nobody spent is still told', () => {
    const found = check(`部门决算 甲局 2024 {
  模板 上海
  支出 一般公共预算 { 2012601 行政运行 基本 10.00 }
  基本支出 {
    人员经费 10.00 { 所列 "基本工资、津贴补贴" }
    30101 基本工资 10.00
  }
}`);
    expect(found.map(({ rule }) => rule).filter((rule) => /^[CN]/.test(rule))).toEqual(['N0602']);
  });
});

describe('a department of which one unit lacks a block', () => {
  const lines = '2210201 住房公积金 基本 4.00 2012601 行政运行 基本 20.00';
  const basic = '基本支出 { 30101 基本工资 20.00 30113 住房公积金 4.00 }';
  const unit = (name: string, rest: string) =>
    `单位决算 ${name} 2024 { 支出 一般公共预算 { ${lines} } ${rest} }\n`;
  const department = '部门决算 甲局 2024 { 引用 单位 "甲.fiscal" 引用 单位 "乙.fiscal" }\n';
  const told = (files: Files) => check(department, files).filter(({ rule }) => /^([CNXI]|M005)/.test(rule));

  test('is not compared with what all of them say', () => {
    const found = told({ '甲.fiscal': unit('甲所', basic), '乙.fiscal': unit('乙所', '') });
    expect(found.map(saying)).toEqual([
      'M005 「一般公共预算支出」有勾稽关系未检查：没有写基本支出（乙所）。',
    ]);
  });

  test('and is where both say it', () => {
    const found = told({
      '甲.fiscal': unit('甲所', basic),
      '乙.fiscal': unit('乙所', basic.replace('4.00', '5.00').replace('20.00', '19.00')),
    });
    expect(found.map(({ rule }) => rule)).toContain('C010');
  });
});

test('a line that is missing contradicts no reason of the total that it is missing from', () => {
  const block = (lines: string) => `部门决算 甲局 2024 { 支出 一般公共预算 {
    ${lines}
    2012604 档案馆 项目 40.00 预算 42.00
    合计 126.40 预算 128.40 预算原因 "设备招标价低于预算"
  } }`;
  const told = (lines: string) => check(block(lines)).filter(({ rule }) => /^(F|I06|U011)/.test(rule));
  expect(told('2012601 行政运行 基本 86.40 预算 86.40')).toEqual([]);
  expect([...new Set(told('').map(({ rule }) => rule))]).toEqual(['I0602']);
});

describe('an item that is written twice', () => {
  const rules = (items: string) =>
    check(`部门决算 甲局 2024 { 三公经费 {\n${items}\n} }`)
      .filter(({ rule }) => rule === 'N1201')
      .map(({ origin }) => origin.range.start.line + 1);

  test('is one mistake, however many of its figures are others', () => {
    const first = '公务用车购置费 0 预算 0 上年 0';
    expect(rules(`${first}\n公务用车购置费 12.00 预算 13.00 上年 11.00`)).toEqual([3]);
  });

  test('two measures on one line are two', () => {
    expect(rules('公务用车购置费 1.00 预算 2.00 预算 3.00 上年 4.00 上年 5.00')).toEqual([2, 2]);
  });
});

test('a name that the report writes right elsewhere is wrong where it is not', () => {
  const text = (name: string) => `部门决算 甲局 2024 {
  收入 按科目 { 2012601 ${name} 财政拨款 40.00 }
  支出 一般公共预算 { 2012601 行政 基本 40.00 }
}`;
  const severities = (name: string) =>
    check(text(name)).flatMap(({ rule, severity }) => (rule === 'C002' ? [severity] : []));
  expect(severities('行政运行')).toEqual(['warning']);
  expect(severities('行政')).toEqual(['information', 'information']);
});

test.each(['人员经费 15', '301 工资福利支出 15', '合计 15', '301 工资福利支出 15 人员经费 15 合计 15'])(
  'nobody knows where a line belongs whose code is too short, and no sum beside it is blamed: %s',
  (sums) => {
    const text = `部门决算 甲局 2024 { 基本支出 { 3012 津贴补贴 10 30101 基本工资 5 ${sums} } }`;
    expect(check(text).filter(isWrong).map(saying)).toEqual([
      'C003 科目编码 3012 的长度不对。是不是「30102」？',
    ]);
  },
);
