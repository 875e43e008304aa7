import { listFacts, messageOf } from '@fiscal/core';
import { formatText } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText, saying } from './check.js';
import { read } from './composed-lines.js';

/** Every block in the one short way to say what it came to. */
const declared = [
  ['收入 按科目 未发生', '收入.按科目.合计'],
  ['支出 政府性基金 未发生', '支出.政府性基金.合计'],
  ['支出 国有资本经营 0', '支出.国有资本经营.合计'],
  ['支出 未发生', '支出.总计'],
  ['基本支出 未发生', '基本支出.合计'],
  ['项目支出 0.00', '项目支出.合计'],
  ['基本支出 政府性基金 未发生', '基本支出.政府性基金.合计'],
  ['三公经费 未发生', '三公经费.合计'],
  ['三公经费 0', '三公经费.合计'],
  ['机关运行经费 不适用', '机关运行经费'],
  ['政府采购 未发生', '政府采购'],
  ['国有资产 未发生', '国有资产'],
  ['结转结余 未发生', '结转结余'],
  ['绩效 未发生', '绩效'],
] as const;

test.each(declared)('%s', (written, path) => {
  const text = `部门决算 甲局 2023 {\n  ${written}\n}\n`;
  expect(check(text).map(messageOf)).toEqual([]);
  const facts = listFacts(loadText(text).reports[0]!.base).filter((fact) => fact.path === path);
  const state = written.endsWith('未发生') ? 'none' : written.endsWith('不适用') ? 'inapplicable' : 'stated';
  expect(facts.map((fact) => fact.state)).toEqual([state]);
});

test.each(['三公经费 未发生', '三公经费 0', '三公经费 { 合计 0 }'])(
  '%s says of each item that there was none, to the rules that name the item, too',
  (written) => {
    const text = `部门决算 甲局 2023 { 基本支出 { 30217 公务接待费 0.20 } ${written} }`;
    expect(check(text).filter(isWrong).map(saying)).toEqual([
      'X019 「30217 公务接待费」（基本支出）0.20 万元 不应大于 「三公经费合计」0.00 万元，多 0.20 万元。基本支出里的这一项是“三公”经费的一部分：请核对两处。',
    ]);
    expect(check(text.replace('0.20', '0')).filter(isWrong)).toEqual([]);
  },
);

test('reasons may follow, on the same line or below, and the next block is one of its own', () => {
  const text = `部门决算 甲局 2023 {
  三公经费 0 上年 2.00 原因 "没有用车"
    预算原因 "没有安排"
  收入 { 事业收入 3.00 }
  支出 政府性基金 未发生
  支出 一般公共预算 { 合计 0 }
}`;
  expect(
    check(text)
      .filter(({ rule }) => rule.startsWith('Z'))
      .map(messageOf),
  ).toEqual([]);
  const { base } = loadText(text).reports[0]!;
  expect([...base.root.children.keys()]).toEqual(['三公经费', '收入', '支出']);
  expect([...base.find(['三公经费', '合计'])!.texts.keys()]).toEqual(['原因', '预算原因']);
});

test('a figure before the braces is still that of the block', () => {
  const text =
    '部门决算 甲局 2023 { 三公经费 0 原因 "无"\n { 公务接待费 0 }\n 基本支出 3.00 { 30101 基本工资 3.00 } }';
  expect(
    check(text)
      .filter(({ rule }) => rule.startsWith('Z'))
      .map(messageOf),
  ).toEqual([]);
});

test('a fund that nobody knows is told', () => {
  const found = check('部门决算 甲局 2023 {\n  支出 一般预算 未发生\n}');
  expect(found.map(({ rule }) => rule)).toEqual(['Z010']);
});

test('formatting lays it out as it does an item', () => {
  const text = '部门决算 甲局 2023 {\n  三公经费 未发生 上年 2\n  支出 政府性基金 未发生\n}\n';
  const formatted = formatText(text);
  expect(formatText(formatted)).toBe(formatted);
  expect(formatted.split('\n').map((line) => line.trim().replace(/ +/g, ' '))).toEqual(
    text.split('\n').map((line) => line.trim()),
  );
});

describe('each template has a sentence for what did not happen', () => {
  test.each([
    ['上海', '三公经费 未发生', '甲局2023年度无“三公”经费财政拨款支出。'],
    ['上海', '三公经费 未发生', '说明：甲局本年度没有财政拨款“三公”经费支出，故本表无数据。'],
    ['上海', '三公经费 0 预算 0', '甲局2023年度无“三公”经费财政拨款预算和支出。'],
    ['上海', '政府采购 未发生', '甲局2023年度无政府采购支出。'],
    ['上海', '机关运行经费 未发生', '甲局2023年度无机关运行经费支出。'],
    ['上海', '支出 政府性基金 未发生', '甲局2023年度无政府性基金预算财政拨款收入和支出。'],
    ['上海', '绩效 未发生', '甲局2023年度没有编报绩效目标的项目。'],
    ['四川', '三公经费 未发生', '2023年度没有发生“三公”经费财政拨款支出。'],
    ['四川', '政府采购 未发生', '2023年度，甲局没有发生政府采购支出。'],
    ['四川', '机关运行经费 不适用', '2023年度，甲局没有机关运行经费支出。'],
    ['重庆', '三公经费 不适用', '本部门不涉及财政拨款“三公”经费。'],
    ['四川', '支出 政府性基金 未发生', '2023年度政府性基金预算财政拨款支出0万元。'],
    ['四川', '绩效 未发生', '根据预算绩效管理要求，本部门2023年度没有开展绩效评价的预算项目。'],
  ])('%s: %s', (template, written, sentence) => {
    const income = '收入 { 一般公共预算财政拨款收入 9 }';
    const { lines } = read(`部门决算 甲局 2023 { 模板 ${template}\n${income}\n${written}\n}`);
    expect(lines).toContain(sentence);
    expect(lines.filter((line) => /完成预算的0%/.test(line) && /三公/.test(written))).toEqual([]);
  });

  test.each(
    ['上海', '四川'].flatMap((template) =>
      ['三公经费', '机关运行经费', '政府采购', '国有资产', '绩效'].map((block) => [template, block] as const),
    ),
  )('%s: %s 不适用 says no more of its items than 未发生', (template, block) => {
    const sentences = (state: string) =>
      read(`部门决算 甲局 2023 { 模板 ${template}\n${block} ${state}\n}`).lines.filter(
        (line) => !/^[-=|[]/.test(line),
      );
    expect(sentences('不适用')).toEqual(sentences('未发生'));
  });
});

describe('a block of which only is said how it changed', () => {
  const sentence = (template: string, body: string, word: string) =>
    read(`部门决算 甲局 2024 { 模板 ${template}\n${body}\n}`).lines.find((line) => line.includes(word));

  test.each([
    ['上海', '机关运行经费 { 增减额 1.00 }', '机关运行经费支出未填万元，比2023年度增加1万元。'],
    ['上海', '机关运行经费 上年 15.00', '机关运行经费支出未填万元，比2023年度增减未填万元。'],
    ['四川', '机关运行经费 上年 15.00', '2024年度，甲局机关运行经费支出未填万元，比2023年度增减未填万元。'],
  ])('%s: %s did not come to nothing', (template, body, expected) => {
    expect(sentence(template, body, '机关运行经费支出未填')).toBe(expected);
  });

  test.each(['上海', '四川'])('%s: nor did anything in it', (template) => {
    expect(sentence(template, '政府采购 上年 3.00', '货物')).not.toMatch(/0万元/);
    expect(sentence(template, '政府采购 5.00 上年 3.00 { 货物 5.00 }', '货物')).toMatch(/工程.*0万元/);
  });
});
