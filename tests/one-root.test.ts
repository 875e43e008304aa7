import { listFacts } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText, saying } from './check.js';

/** Errors and warnings of a report with these lines, under a template. */
function wrong(lines: string, template = ''): string[] {
  const head = template && `  模板 ${template}\n`;
  return check(`部门决算 示例局 2024 {\n${head}${lines}\n}\n`)
    .filter(isWrong)
    .map((finding) => `${finding.origin.range.start.line + 1} ${saying(finding)}`);
}

describe('a block that is said to be nothing, with lines of it', () => {
  const denied = (name: string, word: string, item: string, figure: string) =>
    `2 Z035 「${name}」写的是 ${word}，又写了「${item}」${figure}：确实没有的，删去这个数；有的，删去「${word}」。`;
  test.each([
    [
      '支出 政府性基金 未发生 {\n2120803 城市建设支出 项目 12.00\n}',
      denied('支出 政府性基金', '未发生', '2120803 城市建设支出·项目', '12.00 万元'),
    ],
    ['政府采购 不适用 { 货物 3 }', denied('政府采购', '不适用', '货物', '3.00 万元')],
    ['三公经费 未发生 { 公务接待费 0.3 }', denied('三公经费', '未发生', '公务接待费', '0.30 万元')],
    ['收入 { 总计 未发生 事业收入 5 }', denied('收入', '未发生', '事业收入', '5.00 万元')],
    ['收入 未发生 { 事业收入 5 }', denied('收入', '未发生', '事业收入', '5.00 万元')],
    [
      '三公经费 { 公务接待费 未发生 { 国内 3 3 批次 8 人次 } }',
      denied('公务接待费', '未发生', '公务接待费·国内', '3.00 万元'),
    ],
    ['国有资产 未发生 { 车辆 1 辆 }', denied('国有资产', '未发生', '车辆', '1 辆')],
    [
      '支出 政府性基金 未发生\n支出 政府性基金 { 2120803 城市建设支出 项目 12.00 }',
      denied('支出 政府性基金', '未发生', '2120803 城市建设支出·项目', '12.00 万元'),
    ],
  ])('%s', (lines, told) => expect(wrong(lines)).toEqual([told]));

  test.each([
    '支出 政府性基金 未发生 { 2120803 城市建设支出 项目 0 }',
    '三公经费 未发生 { 公务接待费 0 公务用车保有量 { 越野车 2 辆 } }',
    '三公经费 未发生 上年 3 { 公务接待费 未发生 上年 3 预算 1 }',
    '政府采购 未填 { 货物 3 }',
  ])('%s says the same twice', (lines) => expect(wrong(lines)).toEqual([]));

  test('a figure in front of the braces is what the block comes to', () => {
    expect(wrong('收入 12 { 事业收入 12 }\n支出 政府性基金 12 { 2120803 城市建设支出 项目 12 }')).toEqual([]);
    const text = '部门决算 示例局 2024 {\n收入 12 上年 11 { }\n支出 政府性基金 7 { }\n}';
    const facts = listFacts(loadText(text).reports[0]!.base).map(({ path, value }) => `${path} ${value}`);
    expect(facts).toEqual(
      expect.arrayContaining(['收入.总计 12', '收入.总计.上年 11', '支出.政府性基金.合计 7']),
    );
  });
});

describe('what an item came to is missing, not why it changed', () => {
  const missing = (line: number, name: string, measure = '上年') =>
    `${line} M008 「${name}」只写了${measure}，没有写决算数：没有发生的写 未发生 或者 0，还不知道的写 未填。`;
  test.each([
    ['四川', '机关运行经费 上年 5', missing(3, '机关运行经费')],
    ['四川', '三公经费 { 合计 上年 5 }', missing(3, '三公经费合计')],
    ['四川', '收入 { 事业收入 上年 5 }', missing(3, '事业收入')],
    ['重庆', '机关运行经费 上年 5', missing(3, '机关运行经费')],
    ['四川', '三公经费 { 公务接待费 上年 5 预算 3 }', missing(3, '公务接待费')],
    ['上海', '三公经费 { 公务接待费 预算 3 }', missing(3, '公务接待费', '年初预算')],
    [
      '四川',
      '三公经费 {\n公务接待费 5 上年 5 预算 5\n公务用车运行维护费 上年 3 预算 3\n}',
      missing(5, '公务用车运行维护费'),
    ],
    [
      '四川',
      '支出 一般公共预算 {\n2012601 行政运行 预算 5\n2012604 档案馆 上年 5\n}',
      '4 M008 「2012601 行政运行」等 2 项只写了上年或者预算，没有写决算数：没有发生的写 未发生 或者 0，还不知道的写 未填。',
    ],
  ])('%s: %s', (template, lines, told) => expect(wrong(lines, template)).toEqual([told]));

  test.each([
    '机关运行经费 未填 上年 5',
    '收入 { 总计 上年 5 }',
    '财政拨款收支 { 总计 上年 5 }',
    '机关运行经费 上年 0',
    '收入 { 事业收入 3 总计 上年 3 }',
    '三公经费 { 因公出国（境）费 预算 0 上年 0 }',
  ])('%s lacks nothing', (lines) => expect(wrong(lines, '四川')).toEqual([]));
});

describe('the head of a report: one wrong word, one message', () => {
  const date = (found: string, meant?: string) =>
    `2 Z029 「${found}」不是日期：年、月、日都要写，例如 2024-09-18。${meant ? `是不是「${meant}」？` : ''}`;
  const blank = (found: string) =>
    `2 Z033 名称「${found}」中间有空格：请删去空格；名称里确实有空格的，用引号括起来。是不是「${found.replace(' ', '')}」？`;
  test.each([
    ['公开时间 2024-13-45', '2 Z025 「2024-13-45」：日历上没有这一天，请核对月和日。'],
    ['公开时间 2025-02-30', '2 Z025 「2025-02-30」：日历上没有这一天，请核对月和日。'],
    ['公开时间 20250918', date('20250918', '2025-09-18')],
    ['公开时间 2025.9.18 模板 四川', date('2025.9.18', '2025-09-18')],
    ['公开时间 25-9-18', date('25-9-18', '2025-09-18')],
    ['公开时间 二〇二五年九月十八日', date('二〇二五年九月十八日', '2025-09-18')],
    ['公开时间 2025-09-18日', date('2025-09-18日', '2025-09-18')],
    ['公开时间 9月18日', date('9月18日')],
    ['公开时间 未填', date('未填')],
    ['货币单位 千 元', blank('千 元')],
    ['取舍 四舍 五入', blank('四舍 五入')],
    ['简称 市 经信局', blank('市 经信局')],
    ['货币单位 万', '2 U001 「万」不是货币单位：可用 元、千元、万元、亿元。是不是「万元」？'],
    ['货币单位 人民币元', '2 U001 「人民币元」不是货币单位：可用 元、千元、万元、亿元。是不是「元」？'],
    ['单位 元', '2 Z010 「单位」后面写所属单位的名称；金额的单位写 货币单位 元。是不是「货币单位 元」？'],
  ])('%s', (line, told) => expect(wrong(line)).toEqual([told]));

  test.each([
    '公开时间 "2025-09-18"',
    '公开时间：２０２５年９月１８日',
    '货币单位 "元"',
    '公开时间 2025-09-18 模板 四川',
  ])('%s', (line) => expect(wrong(line)).toEqual([]));
});

describe('an item in another block than its own', () => {
  const home = (name: string, shown: string) => `2 Z010 「${name}」要写在它所属的大括号里：${shown}。`;
  test.each([
    ['公务接待费 0.3', home('公务接待费', '三公经费 { 公务接待费 … }')],
    ['公务接待费 0.3\n公务用车购置费 0', home('公务接待费', '三公经费 { 公务接待费 … }')],
    ['国内 0.3', home('国内', '三公经费 { 公务接待费 { 国内 … } }')],
    ['人员经费 3', home('人员经费', '基本支出 { 人员经费 … }')],
    ['一般公共预算 { 2012601 行政运行 基本 3 }', home('一般公共预算', '支出 一般公共预算 { … }')],
    [
      '年末结转和结余 3',
      home('年末结转和结余', '支出 { 年末结转和结余 … }，或者 财政拨款收支 { 年末结转和结余 … }'),
    ],
    ['公务接待 0.3', `${home('公务接待', '三公经费 { 公务接待费 … }')}是不是「公务接待费」？`],
    [
      '收入 { 公务接待费 0.3 }',
      '2 Z010 「收入」里没有「公务接待费」，它要写在别的大括号里：三公经费 { 公务接待费 … }。',
    ],
    ['收入 { 事业收人 3 }', '2 Z010 「收入」里没有「事业收人」这一项。是不是「事业收入」？'],
    ['合计 3', '2 Z010 报告里没有「合计」这一项。'],
  ])('%s', (lines, told) => expect(wrong(lines)).toEqual([told]));
});

describe('a condition in brackets is a statement of a rule', () => {
  const rule = (statements: string) => wrong(`收入 { 总计 5 }\n规则 甲1 "甲" { ${statements} }`);
  test.each([
    ['(收入.总计 ≤ 1 或 收入.总计 ≥ 4)', []],
    ['(非 收入.总计 = 1)', []],
    ['收入.总计 | 已填', []],
    [
      '(收入.总计 ≤ 1 或 收入.总计 ≥ 7)',
      ['2 甲1 甲：应满足 收入.总计 ≤ 1 或 （收入.总计 ≥ 7），现为 5.00 万元。'],
    ],
    ['(收入.总计 ≤ 1 且 收入.总计 ≥ 4) 说 "不行"', ['2 甲1 不行。']],
    [
      '(收入.总计)',
      [
        '3 Z001 「(收入.总计)」只说了一边：规则里写两边怎样比，例如 (收入.总计) ≤ 100；几个条件用 且、或 连起来的，放在括号里。',
      ],
    ],
    ['收入.总计 ≤ 9 或 收入.总计 ≤ 8', ['3 Z001 用「或」连起来的条件要放在括号里：(甲 ≤ 1 或 乙 ≤ 1)。']],
  ])('%s', (statements, told) => expect(rule(statements)).toEqual(told));
});

describe('visits that cost nothing', () => {
  const cost = 'S006 写了公务接待批次，公务接待费却是 0.00 万元：请写上费用，或者核对批次。';
  test.each([
    ['三公经费 0 { 公务接待费 0 5 批次 }', `3 ${cost}`],
    ['三公经费 { 公务接待费 0 5 批次 }', `3 ${cost}`],
    ['三公经费 0 {\n公务接待费 0 {\n国内 0 5 批次 } }', `4 ${cost}`],
  ])('%s', (lines, told) => expect(wrong(lines, '四川')).toEqual([told]));
});
