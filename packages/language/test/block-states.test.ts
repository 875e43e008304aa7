import { blockState } from '@fiscal/core';
import { expect, test } from 'vitest';
import { loadText, report } from './read.js';

function state(items: string, ...path: string[]) {
  return blockState(loadText(report(items)).reports[0]!.base, path);
}

test.each([
  ['收入', '收入 { }', '收入 { 总计 未填 }', '收入 { 总计 0 }'],
  ['收入.按科目', '收入 按科目 { }', '收入 按科目 { 2012601 }', '收入 按科目 { 2012601 财政拨款 1.00 }'],
  ['支出', '支出 { }', '支出 { 总计 }', '支出 { 总计 未发生 }'],
  [
    '支出.一般公共预算',
    '支出 一般公共预算 { }',
    '支出 一般公共预算 { 2012601 行政运行 }',
    '支出 一般公共预算 { 2012601 行政运行 基本 1.00 }',
  ],
  ['基本支出', '基本支出 { }', '基本支出 { 30101 基本工资 未填 }', '基本支出 { 30101 基本工资 不适用 }'],
  ['三公经费', '三公经费 { }', '三公经费 { 公务接待费 }', '三公经费 { 公务接待费 未发生 }'],
  ['政府采购', '政府采购 { }', '政府采购 { 货物 未填 }', '政府采购 { 货物 1.00 }'],
  ['人员', '人员 { }', '人员 { 机关行政 }', '人员 { 机关行政 3 }'],
])('%s: absent, empty, open and stated are told apart', (path, empty, open, stated) => {
  const names = path.split('.');
  expect(state('职责 "无"', ...names)).toBe('absent');
  expect(state(empty, ...names)).toBe('empty');
  expect(state(open, ...names)).toBe('open');
  expect(state(stated, ...names)).toBe('stated');
});

test('an item that is its own figure is open as soon as it is named', () => {
  expect(state('职责 "无"', '机关运行经费')).toBe('absent');
  expect(state('机关运行经费', '机关运行经费')).toBe('open');
  expect(state('机关运行经费 { }', '机关运行经费')).toBe('open');
  expect(state('机关运行经费 0', '机关运行经费')).toBe('stated');
});
