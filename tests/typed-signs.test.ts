import { formatText } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { check, saying } from './check.js';

/** A sign means the same however it was typed: with an input method, or on a keyboard that has no ≥. */
const typed: [sign: string, ways: string[]][] = [
  ['≥', ['>=', '＞＝', '≧']],
  ['≤', ['<=', '＜＝', '≦']],
  ['≠', ['!=', '！＝']],
  ['=', ['＝']],
  ['<', ['＜']],
  ['>', ['＞']],
  ['+', ['＋']],
  ['-', ['－', '−']],
  ['*', ['×', '＊']],
  ['/', ['÷', '／']],
];

describe.each(typed)('%s', (sign, ways) => {
  test.each(ways)('typed as %s', (way) => {
    const source = /[≥≤≠=<>]/.test(sign) ? compared : calculated;
    expect(found(source(way))).toEqual(found(source(sign)));
    expect(formatText(source(way))).toBe(formatText(source(sign)));
  });
});

test('a rule that is broken is told with each of them', () => {
  for (const way of ['≥', '>=', '＞＝', '≧'])
    expect(found(`规则 甲01 "总计" { 收入.总计 ${way} 5 }\n${report('')}`)).toEqual([
      '甲01 总计：「收入总计」应不小于 5，现为 3.00 万元。',
    ]);
});

/** Each comparison holds for some of these and fails for others; a target has its sign too. */
function compared(sign: string): string {
  const rules = [2, 3, 4].map((than) => `规则 甲0${than} "甲" { 收入.总计 ${sign} ${than} }`).join('\n');
  return `${rules}\n${report(sign.match(/[≠!！]/) ? '' : `指标 产出 数量 次数 目标 ${sign} 8 次 完成 7 次`)}`;
}

function calculated(sign: string): string {
  return `规则 甲01 "甲" { 收入.总计 = 收入.总计 ${sign} 2 }\n规则 甲02 "乙" { 收入.总计 = ${/[-－−]/.test(sign) ? sign : ''}2 }\n${report('')}`;
}

function report(indicator: string): string {
  return `部门决算 甲局 2023 { 收入 { 总计 3 }\n项目 甲 { 科目 2010101 执行 3 ${indicator} } }`;
}

function found(text: string): string[] {
  return check(text)
    .filter(({ severity }) => severity !== 'hint')
    .map(saying);
}
