import { describe, expect, test } from 'vitest';
import { check, type Files } from './check.js';

/** What a report says of itself on its cover, and elsewhere against it. */

const rules = new Set(['D001', 'D010', 'D013', 'D014', 'F011', 'S006', 'U011', 'Y006']);

function found(text: string, others: Files = {}): string[] {
  return check(text, others)
    .map(({ rule }) => rule)
    .filter((rule) => rules.has(rule));
}

function foundIn(lines: string, name = '示例市规划和自然资源局'): string[] {
  return found(`部门决算 ${name} 2024 {\n${lines}\n}\n`);
}

const foundInText = (words: string, name?: string) => foundIn(`职责 """\n${words}\n"""`, name);

describe('the cover', () => {
  test('a date of publication lies behind the year', () => {
    expect(foundIn('公开时间 2024-09-01')).toEqual(['D001']);
    expect(foundIn('公开时间 2023-09-01')).toEqual(['D001']);
    expect(foundIn('公开时间 2025-01-01')).toEqual([]);
  });

  test('the name of a form is no name', () => {
    expect(foundIn('', 'XX局')).toEqual(['D010']);
    expect(foundIn('', '某局')).toEqual([]);
  });
});

describe('years in running text', () => {
  test.each([
    ['截至2023年12月31日，共有车辆3辆。', ['D013']],
    ['截至2024年12月31日，共有车辆3辆。', []],
    ['截至【年度】年12月31日，共有车辆3辆。', []],
    ['截至2023年6月30日，共有车辆3辆。', []],
    ['截至2024年12月31日共有车辆3辆，比截至2023年12月31日增加1辆。', []],
    ['2021年度收入总计10万元。', ['D013']],
    ['2023年度收入总计10万元，2024年度收入总计12万元。', []],
    ['比2019年度支出增加3万元。', []],
    ['与2019年度收入相比持平。', []],
    ['落实《全市发展规划（2021—2025年度）》，自2019年起连续五年。', []],
    ['2025年度预算将继续压减。', []],
  ])('%s', (words, expected) => expect(foundInText(words)).toEqual(expected));
});

describe('names in running text', () => {
  test.each([
    ['示例市规划与自然资源局负责全市规划。', ['D014']],
    ['示例市规划自然资源局负责全市规划。', ['D014']],
    ['示例市规划和自然资源局与示例市水务局联合检查。', []],
    ['规划和自然资源工作稳步推进，规划与自然资源的关系理顺。', []],
    ['示例市图书馆2024年度收入总计10万元。', ['D014']],
    ['规划和自然资源局2024年度收入总计10万元。', []],
    ['本部门2024年度收入总计10万元。各预算单位2024年度支出合计8万元。', []],
    ['根据市财政局2024年度部门决算编制通知，编制本决算。', []],
    ['市财政局2024年度部门决算批复下达后公开。', []],
    ['示例规自局2024年度收入总计10万元。所属学校2024年度支出合计8万元。', []],
  ])('%s', (words, expected) => expect(foundInText(words)).toEqual(expected));

  test('whoever has no name of his own is not told from others', () => {
    expect(foundInText('示例市图书馆2024年度收入总计10万元。', '某局')).toEqual([]);
  });

  test('the department itself is called without 本级', () => {
    const words = '示例县民政局2024年度收入总计10万元。';
    expect(foundInText(words, '示例县民政局（本级）')).toEqual([]);
    expect(foundInText(words, '示例县民政局本级')).toEqual([]);
  });

  test('short forms and units are known', () => {
    const lines = (words: string) => `简称 市规自局\n单位 示例市测绘院 事业\n职责 """\n${words}\n"""`;
    expect(foundIn(lines('市规自局2024年度支出合计8万元。'))).toEqual([]);
    expect(foundIn(lines('示例市测绘院2024年度支出合计8万元。'))).toEqual([]);
  });
});

describe('reasons', () => {
  const item = (reason: string, before = '20.00') =>
    foundIn(`机关运行经费 30.00 上年 ${before} 原因 "${reason}"`);

  test('do not say that what rose fell', () => {
    expect(item('比上年减少，主要是压减会议')).toEqual(['F011']);
    expect(item('比上年增加，主要是办公楼维修')).toEqual([]);
    expect(item('比上年减少，主要是压减会议', '40.00')).toEqual([]);
    expect(item('在职人员比上年减少，但办公楼维修增加')).toEqual([]);
    expect(item('压减会议费')).toEqual([]);
    expect(item('比上年减少了一笔退款冲减')).toEqual([]);
  });

  test('say so by name, and by how much', () => {
    for (const fell of [
      '机关运行经费比上年减少，主要是压减会议',
      '2024年机关运行经费支出较2023年减少2万元，主要是压减会议',
      '比上年减少2万元，下降10%，主要是压减会议',
      '本年度支出比上年下降10.5%',
    ]) {
      expect(item(fell), fell).toEqual(['F011']);
      expect(item(fell, '40.00'), fell).toEqual([]);
    }
    for (const ofParts of [
      '在职人员比上年减少',
      '人员比上年减少2人，办公楼维修增加',
      '项目支出比上年减少',
      '会议比上年减少2个',
      '办公楼面积比上年减少10%',
    ])
      expect(item(ofParts), ofParts).toEqual([]);
  });

  test('nor of a part that it names', () => {
    const both = (reason: string) =>
      foundIn(`三公经费 原因 "${reason}" {
        公务用车运行维护费 1.00 上年 5.00 公务用车保有量 1 辆
        公务接待费 2.00 上年 1.00 { 国内 2.00 9 批次 70 人次 }
      }`);
    expect(both('公务接待费比上年减少')).toEqual(['F011']);
    expect(both('“三公”经费比上年增加')).toEqual(['F011']);
    for (const right of ['公务接待费比上年增加', '三公经费比上年减少', '出国（境）费比上年增加'])
      expect(both(right), right).toEqual([]);
  });

  test('of the budget alike', () => {
    const line = (reason: string) =>
      foundIn(`支出 一般公共预算 { 2012601 行政运行 基本 100.00 预算 90.00 预算原因 "${reason}" }`);
    expect(line('人员经费支出数小于预算数')).toEqual(['F011']);
    expect(line('人员经费支出数大于预算数')).toEqual([]);
    expect(line('人员经费小于预算数，公用经费大于预算数')).toEqual([]);
    const both = (reason: string) =>
      foundIn(
        `支出 一般公共预算 { 2012601 行政运行 基本 90.00 预算 80.00 全年预算 100.00 预算原因 "${reason}" }`,
      );
    expect(both('决算数小于全年预算数')).toEqual([]);
    expect(both('决算数大于全年预算数')).toEqual(['F011']);
  });
});

test('visitors cost something', () => {
  const item = (amount: string) =>
    foundIn(`三公经费 { 公务接待费 ${amount} { 国内 ${amount} 3 批次 9 人次 } }`);
  expect(item('0')).toEqual(['S006']);
  expect(item('0.35')).toEqual([]);
  expect(item('未填')).toEqual([]);
  const whole = (words: string) => foundIn(`三公经费 { 公务接待费 ${words} }`);
  expect(whole('0 3 批次 9 人次')).toEqual(['S006']);
  expect(whole('0.35 3 批次 9 人次')).toEqual([]);
  expect(whole('0.35 9 批次 3 人次')).toEqual(['S006']);
});

describe('ten thousand times as much', () => {
  test.each([
    ['机关运行经费 124000.00 上年 12.10 原因 "办公楼维修"', ['U011']],
    ['机关运行经费 12.40 上年 121000.00 原因 "办公楼维修"', ['U011']],
    ['支出 一般公共预算 { 2012601 行政运行 基本 900000.00 决算 900000.00 预算 90.00 }', ['U011']],
    ['机关运行经费 124.00 上年 12.10 原因 "办公楼维修"', []],
    ['机关运行经费 1200.00 上年 0.12 原因 "办公楼维修"', []],
    ['机关运行经费 12.40 上年 0 原因 "新设"', []],
    ['货币单位 元\n收入 { 其他收入 1200000.00 上年 150.00 }', []],
    [
      '支出 一般公共预算 { 2012601 行政运行 基本 900000.00 决算 900000.00 上年 90.00\n2012602 一般行政管理事务 项目 800000.00 决算 800000.00 上年 80.00 }',
      ['U011'],
    ],
  ])('%s', (lines, expected) => expect(foundIn(lines)).toEqual(expected));
});

test('paragraphs of last year that still speak of it', () => {
  const report = (year: number, words: string, more = '') =>
    `部门决算 某局 ${year} {\n${more}\n职责 """\n${words}\n"""\n}\n`;
  const prior = { '去年.fiscal': report(2023, '2023年完成规划三项。\n\n负责全市规划。') };
  const now = (words: string) => found(report(2024, words, '引用 上年 "去年.fiscal"'), prior);
  expect(now('2023年完成规划三项。')).toEqual(['Y006']);
  expect(now('2024年完成规划三项，2023年完成两项。')).toEqual([]);
  expect(now('负责全市规划。')).toEqual([]);
  const founded = '本局于2023年3月由两局合并组建。';
  const old = { '去年.fiscal': report(2023, founded) };
  expect(found(report(2024, founded, '引用 上年 "去年.fiscal"'), old)).toEqual([]);
});
