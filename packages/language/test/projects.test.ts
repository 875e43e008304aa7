import { expect, test } from 'vitest';
import { facts, findings, report } from './read.js';

const before = [
  '机关运行经费 1',
  '职责 "负责档案管理。"',
  '单位 甲 事业',
  '公开时间 2024-01-01',
  '政府采购 1 { 货物 1 }',
];

test.each(before)('a project behind %s', (item) => {
  const text = report(`${item}\n项目 档案数字化 { 执行 3 }\n项目 "3D 扫描" { 执行 2 }`);
  expect(findings(text)).toEqual([]);
  expect(facts(text)).toEqual(
    expect.arrayContaining(['项目.档案数字化.执行 = 3 万元', '项目."3D 扫描".执行 = 2 万元']),
  );
});

test('before a figure it is a measure, also on a line of its own', () => {
  expect(facts(report('支出 一般公共预算 {\n2012604 档案馆 基本 1\n项目 2\n}'))).toEqual([
    '支出.一般公共预算.2012604.基本 = 1 万元',
    '支出.一般公共预算.2012604.项目 = 2 万元',
  ]);
});
