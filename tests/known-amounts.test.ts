import { messageOf } from '@fiscal/core';
import { expect, test } from 'vitest';
import { check } from './check.js';

/** What a sentence says against the amounts of its report. */
function told(sentence: string): string[] {
  const text = `部门决算 某局 2023 {
  机关运行经费 234.94
  政府采购 184.62 { 货物 184.62  工程 0  服务 0 }
  三公经费 { 合计 12.56  公务接待费 2.65  公务用车购置及运行维护费 9.91  因公出国（境）费 0 }
  收入 { 总计 3650.36 }
  经费说明 "${sentence}"
}`;
  return check(text)
    .filter(({ rule }) => rule === 'T005')
    .map(messageOf);
}

test.each([
  [
    '2023年度，某局机关运行经费支出235.94万元。',
    '「某局机关运行经费支出」235.94 万元 与 「机关运行经费」234.94 万元 应当一致，差 +1.00 万元。',
  ],
  [
    '政府采购支出总额173.71万元。',
    '「政府采购支出总额」173.71 万元 与 「政府采购」184.62 万元 应当一致，差 −10.91 万元。',
  ],
  [
    '“三公”经费支出决算为12.65万元。',
    '「“三公”经费支出决算」12.65 万元 与 「三公经费合计」12.56 万元 应当一致，差 +0.09 万元：两个数只是数位颠倒，其中一个抄错了。',
  ],
])('another amount under the name of one of the report: %s', (sentence, message) => {
  expect(told(sentence)).toEqual([message]);
});

test.each([
  '机关运行经费支出234.94万元。',
  '机关运行经费支出235万元，收入总计3650万元。',
  '机关运行经费约230万元。',
  '2022年机关运行经费163.77万元。',
  '信息中心机关运行经费10.20万元。',
  '项目支出120万元，其中公务接待费0.50万元。',
  '机关运行经费比上年增加71.17万元；机关运行经费年初预算200万元。',
  '所属单位公务接待费0.35万元。',
])('the same amount, a rounder one, one of another year, a part or somebody else: %s', (sentence) => {
  expect(told(sentence)).toEqual([]);
});

test('本年收入 behind a fund is that of the fund', () => {
  const of = (opening: string) =>
    check(`部门决算 某局 2023 {
  收入 { 本年收入合计 663.18 }
  经费说明 "${opening}年末结转结余0.04万元。本年收入7.98万元。"
}`).filter(({ rule }) => rule === 'T005');
  expect(of('政府性基金预算财政拨款')).toEqual([]);
  expect(of('')).toHaveLength(1);
});

/** The form sentence of several provinces: whose total it is has been said before the comma. */
test.each(['财政拨款', '一般公共预算财政拨款', '政府性基金预算财政拨款'])(
  '支出总计 behind 收入总计 of %s is that of the same money',
  (fund) => {
    const of = (opening: string) =>
      check(`部门决算 某局 2023 {
  支出 { 总计 600 }
  经费说明 "2023年度${opening}收入总计500万元，支出总计500万元。"
}`).filter(({ rule }) => rule === 'T005');
    expect(of(fund)).toEqual([]);
    expect(of('')).toHaveLength(1);
  },
);
