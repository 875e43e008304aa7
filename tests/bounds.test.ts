import type { Finding } from '@fiscal/core';
import { expect, test } from 'vitest';
import { check, isWrong } from './check.js';

/** Errors and warnings as `S012 3: 国内 1.35 ≤ 0.35`: what is more than what. */
function told(items: string): string[] {
  const text = `部门决算 某局 2023 {\n${items}\n}\n`;
  const wrong = check(text).filter(isWrong);
  return wrong.map((finding) => `${finding.rule} ${finding.origin.range.start.line + 1}: ${sides(finding)}`);
}

function sides({ data }: Finding): string {
  if (data.kind !== 'at-most') return data.kind;
  const [parts, whole] = [data.parts, data.whole].map((side) => side.map(({ value }) => value).join(' + '));
  return `${parts} ≤ ${whole}`;
}

test('a part that is larger than its whole, the other part unwritten', () => {
  const items = (home: string) => `三公经费 { 公务接待费 0.35 {\n国内 ${home} 6 批次 42 人次\n} }`;
  expect(told(items('1.35'))).toEqual(['S012 3: 1.35 ≤ 0.35']);
  expect(told(items('0.36'))).toEqual([]);
  expect(told(items('0.20'))).toEqual([]);
});

test('parts beside one that is left open', () => {
  const items = (total: string) =>
    `三公经费 {\n合计 ${total}\n因公出国（境）费 未填\n公务用车购置及运行维护费 5.00\n公务接待费 1.00\n}`;
  expect(told(items('3.00'))).toEqual(['I1301 5: 5.00 + 1.00 ≤ 3.00']);
  expect(told(items('6.00'))).toEqual([]);
  expect(told(items('9.00'))).toEqual([]);
});

test('a figure of last year beside lines that have none', () => {
  const items = (before: string) =>
    `支出 一般公共预算 {\n2012601 基本 30.00\n2012604 项目 70.00 上年 ${before}\n合计 100.00 上年 100.00\n}`;
  expect(told(items('120.00'))).toEqual(['I0602 4: 120.00 ≤ 100.00']);
  expect(told(items('80.00'))).toEqual([]);
});

test('one cause, one finding: the level below and the total above are the same line', () => {
  const items = `支出 一般公共预算 {
201 100.00
2012601 基本 未填
2012604 项目 150.00
合计 100.00
}`;
  expect(told(items)).toHaveLength(1);
});

test('where the part that is open may be negative, nothing is told', () => {
  expect(told('收入 { 事业收入 5.00 其他收入 未填 本年收入合计 3.00 }')).toEqual([]);
});

test('a whole that was only computed from a report that is half written is no bound', () => {
  expect(told('收入 { 事业收入 5.00 }\n支出 其他资金 { 2012601 基本 9.00 }')).toEqual([]);
});
