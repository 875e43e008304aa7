import type { Finding } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { type Files, findingsOf, loadFiles, nameOf, saying } from './check.js';

/**
 * What an author gets wrong, what is said of it, and where: 【[ and ]】 would be holes, so ⟦ ⟧ mark the range of
 * the one finding that a source gives.
 */
const mistakes: { what: string; source: string; said: string; files?: Files }[] = [
  {
    what: 'an unknown subject code',
    source: report('支出 一般公共预算 { ⟦2012698⟧ 档案馆 项目 3.00 }'),
    said: 'C001 支出功能分类科目里没有 2012698：「档案馆」的编码是 2012604。',
  },
  {
    what: 'a wrong official name',
    source: report('支出 一般公共预算 { 2080505 ⟦机关事业单位养老保险支出⟧ 基本 3.00 }'),
    said: 'C002 科目 2080505 的名称应为「机关事业单位基本养老保险缴费支出」，写的是「机关事业单位养老保险支出」。',
  },
  {
    what: 'a total off by 0.02, which rounding does not explain',
    source: report('收入 { 事业收入 1.00 其他收入 2.00 本年收入合计 ⟦3.02⟧ }'),
    said: 'I0101 「本年收入合计」应为 3.00 万元（1.00 + 2.00），申报 3.02 万元，差 +0.02 万元，超出舍入误差 ±0.015。',
  },
  {
    what: 'a total off by 1',
    source: report(
      '支出 一般公共预算 { 2012601 行政运行 基本 262.40  2210201 住房公积金 基本 50.00  合计 ⟦313.40⟧ }',
    ),
    said: 'I0602 「一般公共预算支出合计」应为 312.40 万元（262.40 + 50.00），申报 313.40 万元，差 +1.00 万元，超出舍入误差 ±0.015。同一原因还影响：一般公共预算支出合计（I0601）。',
  },
  {
    what: 'a share over 100',
    source: report(
      '支出 一般公共预算 { 2012601 行政运行 基本 75.00 占比 ⟦125%⟧  2012604 档案馆 项目 25.00 }',
    ),
    said: 'R001 「2012601 行政运行·占比」应为 75.00%（75.00 ÷ 100.00），申报 125.00%，差 +50.00 个百分点。',
  },
  {
    what: 'a missing fund balance: income of the fund and its carry-over, but other expenditure',
    source: report(`收入 { 政府性基金预算财政拨款收入 10.00 年初结转和结余 2.00 }
      结转结余 { 政府性基金预算财政拨款 年初 2.00 年末 ⟦1.00⟧ }
      支出 政府性基金 { 2296002 用于社会福利的彩票公益金支出 项目 9.00 }`),
    said: 'I0403 「政府性基金预算财政拨款·年末」应为 3.00 万元（2.00 + 10.00 − 9.00），申报 1.00 万元，差 −2.00 万元，超出舍入误差 ±0.02。同一原因还影响：财政拨款收支总计（I0403）。',
  },
  {
    what: 'an unknown path in a hole',
    source: report('职责 "本年度收入【收入.⟦总记⟧】万元。"\n收入 { 总计 3.00 }'),
    said: 'Z011 不认识「总记」。是不是「总计」？',
  },
  {
    what: 'a half-typed line',
    source: report('机关运行经费 3.00 ⟦上年⟧\n收入 { 事业收入 1.00 }'),
    said: 'Z001 「上年」后面缺少数字（还不知道金额时写 未填）。',
  },
  {
    what: 'a half-typed project',
    source: report('⟦项目⟧\n收入 { 事业收入 1.00 }'),
    said: 'Z001 「项目」后面缺少名称。',
  },
  {
    what: 'an unclosed text block',
    source: report('职责 ⟦"""⟧\n  负责档案管理。\n\n收入 { 事业收入 1.00 }'),
    said: 'Z002 这段文字没有收尾：请在第 3 行后面另起一行写 """。',
  },
  {
    what: 'a text block outside of every report: its first line is shown',
    source: `⟦"""⟧\n  负责档案管理。\n"""\n${report('职责 "负责档案管理。"')}`,
    said: 'Z006 「"""」不在任何报告、模板或规则之内。',
  },
  {
    what: 'a full-width digit in a total that is wrong',
    source: report('收入 { 事业收入 １．００ 其他收入 ２ 本年收入合计 ⟦４．００⟧ }'),
    said: 'I0101 「本年收入合计」应为 3.00 万元（1.00 + 2.00），申报 4.00 万元，差 +1.00 万元，超出舍入误差 ±0.015。',
  },
  {
    what: 'a missing 引用',
    source: report('引用 单位 ⟦"没有.fiscal"⟧'),
    said: 'Z014 找不到文件「没有.fiscal」。',
  },
  {
    what: 'a cycle of 引用',
    source: report('引用 单位 "乙.fiscal"'),
    files: { '乙.fiscal': '单位决算 乙 2023 {\n  引用 单位 ⟦"甲.fiscal"⟧\n}\n' },
    said: 'Z015 引用成环：甲.fiscal → 乙.fiscal → 甲.fiscal。',
  },
];

describe('a mistake is told exactly once, exactly there', () => {
  test.each(mistakes)('$what', ({ source, said, files = {} }) => {
    expect(toldOf({ '甲.fiscal': source, ...files })).toEqual([said]);
  });
});

describe('and nothing at all is said of', () => {
  test.each([
    ['full-width figures, braces and signs', '收入 ｛ 事业收入　３，２１３．２８，其他收入　－１．５０ ｝'],
    ['a total that rounding explains to the cent', '收入 { 事业收入 1.00 其他收入 2.00 本年收入合计 3.00 }'],
    ['a project behind a line without braces', '机关运行经费 3.00\n项目 丙 { 科目 2012601 执行 3.00 }'],
  ])('%s', (_, items) => {
    expect(toldOf({ '甲.fiscal': report(items) })).toEqual([]);
  });
});

function report(items: string): string {
  return `部门决算 甲局 2023 {\n${items}\n}\n`;
}

/** `rule message` of every finding, 未检查 aside; throws when one is not where the marks are. */
function toldOf(marked: Files): string[] {
  const bare = Object.entries(marked).map(([name, text]) => [name, text.replace(/[⟦⟧]/g, '')]);
  const all = findingsOf(loadFiles(Object.fromEntries(bare), ['甲.fiscal']));
  const told = all.filter(({ rule }) => rule !== 'M005');
  for (const finding of told) expect(markedRange(marked, finding)).toEqual(finding.origin.range);
  return told.map(saying);
}

function markedRange(marked: Files, { origin }: Finding): Finding['origin']['range'] {
  const text = marked[nameOf(origin.uri)]!;
  const position = (mark: string) => {
    const before = text.slice(0, text.indexOf(mark)).replace(/[⟦⟧]/g, '').split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  };
  return { start: position('⟦'), end: position('⟧') };
}
