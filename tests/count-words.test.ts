import { factAt } from '@fiscal/core';
import { expect, test } from 'vitest';
import { loadText } from './check.js';

/** 批次 and 人次 are names of their figures and units of them, before or behind; an amount is never counted. */
test.each([
  '2.65 批次 21 人次 137',
  '2.65 21 批次 137 人次',
  '21 批次 137 人次 2.65',
  '批次 21 人次 137 决算 2.65',
  '2.65 预算 3.00 批次 21 人次 137',
  '21 批次 137 人次 决算 2.65',
  '2.65 预算 3 批次 21 人次 137',
  '2.65 人数 5 批次 21 人次 137',
])('国内 %s', (figures) => {
  const { reports, findings } = loadText(
    `部门决算 甲局 2023 { 三公经费 { 公务接待费 2.65 { 国内 ${figures} } } }`,
  );
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const said = ['', '.批次', '.人次'].map((measure) => {
    const statement = factAt(reports[0]!.base, `三公经费.公务接待费.国内${measure}`)?.statements[0];
    return statement?.value?.toString();
  });
  expect(said).toEqual(['2.65', '21', '137']);
});

test('of whole figures the first is the amount, as everywhere', () => {
  const text =
    '部门决算 甲局 2023 { 三公经费 { 公务接待费 3 { 国内 3 批次 21 人次 137\n外事 0 2 批次\n5 人次 } } }';
  const { base } = loadText(text).reports[0]!;
  const said = ['国内', '国内.批次', '国内.人次', '外事', '外事.批次'].map((path) =>
    factAt(base, `三公经费.公务接待费.${path}`)?.statements[0]?.value?.toString(),
  );
  expect(said).toEqual(['3', '21', '137', '0', '2']);
});
