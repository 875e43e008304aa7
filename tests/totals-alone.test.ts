import { describe, expect, test } from 'vitest';
import { missingBlockFindings } from '@fiscal/report';
import { check, findingsOf, isWrong, loadText } from './check.js';
import { read } from './composed-lines.js';

const templates = ['四川', '上海', '重庆'];

const report = (template: string, items: string) =>
  `部门决算 示例县图书馆 2023 {\n模板 ${template}\n${items}\n}`;

/** Blocks of lines of which there is the total alone: what every template prints of them. */
const alone = [
  '支出 一般公共预算 { 合计 100.00 基本 70.00 项目 30.00 预算 90.00 }',
  '支出 一般公共预算 100.00',
  '支出 政府性基金 { 合计 项目 9.00 }',
  '收入 按科目 { 合计 100.00 财政拨款 100.00 }',
  '基本支出 70.00',
  '基本支出 { 人员经费 60.00 公用经费 10.00 }',
  '基本支出 { 人员经费 { 30101 基本工资 60.00 } 公用经费 10.00 }',
];

const rules = (text: string) =>
  findingsOf(loadText(text), (each) => missingBlockFindings(each)).map(({ rule }) => rule);

/** Rows and sentences that are left open, but those of totals. */
const openLines = (text: string) =>
  read(text).lines.filter((line) => line.includes('未填') && !line.includes('合计'));

describe.each(templates)('%s: a total without its lines', (template) => {
  const asZero = (block: string) => report(template, block.replaceAll(/[0-9]+\.00/g, '0'));

  test.each(alone)('is told, and its lines are left open: %s', (block) => {
    const text = report(template, block);
    expect(rules(text)).toContain('D017');
    expect(openLines(text).length).toBeGreaterThan(openLines(asZero(block)).length);
  });

  test.each(alone)('is none where it is zero: %s', (block) => {
    expect(rules(asZero(block))).not.toContain('D017');
  });

  test.each(alone)('is told as open where it is open: %s', (block) => {
    expect(rules(report(template, block.replaceAll(/[0-9]+\.00/g, '未填')))).not.toContain('D017');
  });

  test('with its lines is not told', () => {
    const text = report(
      template,
      '支出 一般公共预算 { 2130101 行政运行 基本 70.00  合计 70.00 }\n基本支出 { 30101 基本工资 70.00  人员经费 70.00 }',
    );
    expect(rules(text)).not.toContain('D017');
  });

  test('of a unit leaves the lines of the department open', () => {
    const unit = (name: string, items: string) => `单位决算 ${name} 2023 {\n${items}\n}`;
    const files = {
      '甲.fiscal': unit('甲馆', '支出 一般公共预算 100.00'),
      '乙.fiscal': unit('乙馆', '支出 一般公共预算 { 2130101 行政运行 基本 20.00 }'),
    };
    const text = report(template, '单位 甲馆\n单位 乙馆\n引用 单位 "甲.fiscal"\n引用 单位 "乙.fiscal"');
    const { lines } = read(text, files);
    expect(lines.filter((line) => line.includes('行政运行') && /\| 20\.00/.test(line))).toEqual([]);
  });
});

test('what 基本支出 tells is not all of a total that is not split', () => {
  const items = (more: string) =>
    report('上海', `支出 一般公共预算 100.00\n基本支出 { 30101 基本工资 70.00 }\n${more}`);
  const wrong = (text: string) =>
    loadText(text) &&
    check(text)
      .filter(isWrong)
      .map(({ rule }) => rule);
  expect(wrong(items(''))).toEqual([]);
  expect(wrong(items('项目支出 { 30213 维修（护）费 30.00 }'))).toEqual([]);
  expect(wrong(items('项目支出 { 30213 维修（护）费 20.00 }'))).toEqual(['I0601']);
});

test('四川: what a line was spent for is not all of it where one side is a total alone', () => {
  const items = (projects: string) =>
    report(
      '四川',
      `支出 一般公共预算 { 2130101 行政运行 基本 60.00 项目 30.00 }
      基本支出 { 30101 基本工资 60.00 }\n${projects}`,
    );
  const rows = (text: string) => read(text).lines.filter((line) => line.startsWith('- 30101 | 基本工资 | '));
  expect(rows(items('项目支出 30.00'))[0]).toContain('| 未填 | 未填 | 60.00 | 未填 |');
  expect(rows(items('项目支出 { 30213 维修（护）费 30.00 }'))[0]).toMatch(/\| 60\.00 \| 60\.00 \| /);
});
