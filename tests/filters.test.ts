import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filterNames, type Finding, hasOwnTemplate, implementedFilters, messageOf } from '@fiscal/core';
import { templateFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { findingsOf as foundIn, loadText } from './check.js';

test('every filter of the vocabulary is implemented, and nothing else', () => {
  expect([...implementedFilters].sort()).toEqual([...filterNames].sort());
});

/** Where an expression may stand that this report does not come to, or does. */
const places: Record<string, string> = {
  'a text': '职责 "【◆】"',
  'what a text has for what is not known': '职责 "【收入.总计.原因 | 默认 (◆)】"',
  'a branch that is not taken': '模板 { 若 收入.事业收入 { 段 "【◆】" } }',
  'a branch that is taken': '模板 { 若 收入.总计 { 段 "【◆】" } }',
  'a condition': '模板 { 若 (◆) = 0 { 段 "无" } }',
  'a phrase that is not used': '模板 { 短语 说 数 { "【◆】" } }',
  'a list without members': '模板 { 每 项 于 支出.政府性基金.项 { 段 "【◆】" } }',
  'a column of a table without rows':
    '模板 { 表 "基金" { 列 "数" = (◆)  行每 目 于 支出.政府性基金.科目树 } }',
  'a cell': '模板 { 表 "甲" { 列 "数"  行 (◆) } }',
  'a note of an empty table': '模板 { 表 "甲" { 列 "数" = 收入.总计  行  空表 "【◆】" } }',
  'a chart': '模板 { 图 柱形 "图" { 若 收入.事业收入 { "甲" = (◆) } } }',
  'a rule of the report that does not apply': '规则 本01 "甲" 当 收入.事业收入 { (◆) > 5 * 2 }',
  'a rule of the template': '模板 { 规则 本01 "甲" { (◆) > 5 * 2 } }',
};

/** ⟦⟧ stands around what is told. */
const mistakes: [string, string, string][] = [
  ['收入.总计 | 增长率 ⟦上上年⟧', 'Z021', '「增长率」后面需要计量（预算、上年等）。是不是「上年」？'],
  ['收入.总计 | 完成率 ⟦调正预算⟧', 'Z021', '「完成率」后面需要计量（预算、上年等）。是不是「调整预算」？'],
  ['收入.总计 | 差额 ⟦5⟧', 'Z021', '「差额」后面需要计量（预算、上年等）。'],
  ['项目 | 求和 ⟦上上年⟧', 'Z011', '不认识「上上年」。是不是「上年」？'],
  ['支出.一般公共预算.项 | 求和 ⟦上上年⟧', 'Z011', '不认识「上上年」。是不是「上年」？'],
  ['项目 | 求和 ⟦"执行"⟧', 'Z021', '「求和」后面需要计量（执行、上年等）。是不是「执行」？'],
  ['收入.总计 | 换算 ⟦亿美元⟧', 'Z021', '「换算」后面需要货币单位。是不是「亿元」？'],
  ['项目 | 求和 执行 | 换算 ⟦忆元⟧', 'Z021', '「换算」后面需要货币单位。是不是「元」「千元」「万元」？'],
  ['收入.总计 | 换算 ⟦5⟧', 'Z021', '「换算」后面需要货币单位。'],
  ['收入.总计 | 小数 ⟦很多⟧', 'Z021', '「小数」后面需要小数位数（0 至 20）。'],
  ['收入.总计 | 小数 ⟦原祥⟧', 'Z021', '「小数」后面需要小数位数（0 至 20）。是不是「原样」？'],
  ['收入.总计 | 小数 ⟦1.5⟧', 'Z021', '「小数」后面需要小数位数（0 至 20）。'],
  ['收入.总计 | 千分位 ⟦21⟧', 'Z021', '「千分位」后面需要小数位数（0 至 20）。'],
  ['收入.总计 | ⟦小数⟧', 'Z021', '「小数」后面需要小数位数（0 至 20）。'],
  ['收入.总计 | ⟦占比⟧', 'Z021', '「占比」后面需要数字。'],
  ['收入.总计 | 占比 ⟦"甲"⟧', 'Z020', '这里需要数字，得到的是文字。'],
  ['收入.总计 | 占比 收入.总计 ⟦收入.总计⟧', 'Z021', '「占比」后面只带一个参数；参数是算式时加括号。'],
  ['收入.总计 | 绝对值 ⟦2⟧', 'Z021', '「绝对值」后面不带参数。'],
  ['支出.全部 | 科目 ⟦2012⟧', 'Z021', '「科目」后面需要科目编码。'],
  ['项目 | 并 ⟦5⟧ | 个数', 'Z020', '这里需要清单，得到的是数字。'],
  ['项目 | ⟦其中⟧ | 个数', 'Z021', '「其中」后面需要条件。'],
  ['⟦"甲"⟧ | 绝对值', 'Z020', '这里需要数字，得到的是文字。'],
  ['⟦收入.总计 * 2⟧ | 求和', 'Z020', '这里需要清单，得到的是数字。'],
];

describe('what a filter cannot use is told once, wherever it stands', () => {
  test.each(mistakes)('%s', (marked, rule, said) => {
    const found = Object.values(places).map((place) =>
      findingsOf(place.replace('◆', withoutMarks(marked))).map(told),
    );
    const expected = Object.values(places).map((place) => [`${rule} ${rangeIn(place, marked)} ${said}`]);
    expect(named(found)).toEqual(named(expected));
  });
});

describe('what a filter can use is not told', () => {
  test.each([
    '收入.总计 | 增长率 预算',
    '收入.总计 | 差额 调整后预算',
    '三公经费.公务接待费.国内 | 差额 批次',
    '项目 | 求和 进度款',
    '项目 | 求和 资金.市级',
    '单位 | 求和 编内',
    '项目 | 排序 执行 | 个数',
    '收入.总计 | 换算 亿元',
    '收入.总计 | 小数 原样',
    '收入.总计 | 小数 0',
    '0.5 | 百分比 (1 + 1)',
    '项目.案.指标.活动.完成 | 换算 万元',
    '单位 | 求和 在职 | 换算 万人',
    '支出.全部 | 科目 "2012604"',
    '支出.全部 | 科目 2012604',
    '项目 | 并 (单位) (项目) | 个数',
    '收入.总计 | 占比 (收入.总计 + 收入.事业收入)',
    '简称 | 默认 名称 | 含 "局"',
    '项目 | 连接 "；"',
    '"甲、乙" | 个数',
    '公开时间 | 日期 "{年}年"',
    '项目 | 首 | 名称',
  ])('%s', (expression) => {
    const found = Object.values(places).map((place) => findingsOf(place.replace('◆', expression)));
    expect(named(found.map((all) => all.filter(({ rule }) => rule !== 'Z020').map(told)))).toEqual(
      named(found.map(() => [])),
    );
  });
});

test('a unit that only the report knows may be converted to', () => {
  const own =
    '项目 乙 { 指标 效益 经济 出口 目标 5万美元 完成 6万美元 } 职责 "【项目.乙.指标.出口.完成 | 换算 亿美元】"';
  expect(findingsOf(own).map(told)).toEqual([]);
});

test('the rules of the library are written as an author would have to write them', () => {
  const rules = readFileSync(join(import.meta.dirname, '../packages/library/fiscal/标准规则.fiscal'), 'utf8');
  const text = `部门决算 甲局 2023 { 引用 规则 "规则.fiscal"\n${report} }`;
  const loaded = loadText(text, { '规则.fiscal': rules });
  expect(
    loaded.reports[0]!.rules.filter(({ origin }) => origin.uri.startsWith('file:')).length,
  ).toBeGreaterThan(50);
  expect(foundIn(loaded).filter(isOfFormulas).map(messageOf)).toEqual([]);
});

test('a rule is not told of a measure that it sums up', () => {
  const found = all('规则 本01 "甲" { 项目 | 求和 执行 > 5 * 2 }');
  expect(found.map(messageOf)).toContain('甲：应大于 10，现为 3。');
  expect(found.filter(isOfFormulas)).toEqual([]);
});

const report = `公开时间 2024-05-01  收入 { 总计 12 上年 10 }  支出 一般公共预算 { 2012604 档案馆 项目 3.00 }
三公经费 { 公务接待费 3.00 { 国内 3.00 2 批次 } }
单位 乙中心 事业 在职 3 { 编内 3 }
项目 案 全年预算 3.00 执行 3.00 { 资金 市级 3.00 进度款 2 指标 产出 数量 活动 目标 8 次 完成 9 次 }`;

/** What is told of a mistake stands on the first line. */
function rangeIn(place: string, marked: string): string {
  const before = sourceOf(place).indexOf('◆');
  return `${before + marked.indexOf('⟦')}-${before + marked.indexOf('⟧') - 1}`;
}

function withoutMarks(marked: string): string {
  return marked.replace(/[⟦⟧]/g, '');
}

function told({ rule, origin: { range }, ...finding }: Finding): string {
  const place = `${range.start.character}-${range.end.character}`;
  return `${rule} ${place} ${messageOf({ rule, origin: { range, uri: '' }, ...finding })}`;
}

function named<T>(found: T[]): Record<string, T> {
  return Object.fromEntries(Object.keys(places).map((place, index) => [place, found[index]!]));
}

function sourceOf(place: string): string {
  return place.startsWith('模板 {')
    ? `${place.replace('模板', '模板 本省')}\n部门决算 甲局 2023 { 模板 本省 ${report} }`
    : `部门决算 甲局 2023 { ${place}\n${report} }`;
}

function findingsOf(place: string): Finding[] {
  return all(place).filter(isOfFormulas);
}

function isOfFormulas({ rule }: Finding): boolean {
  return ['Z001', 'Z011', 'Z012', 'Z020', 'Z021'].includes(rule);
}

function all(place: string): Finding[] {
  return foundIn(loadText(sourceOf(place)), (one) => (hasOwnTemplate(one) ? templateFindings(one) : []));
}
