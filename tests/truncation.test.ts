import { listFacts } from '@fiscal/core';
import { compose, renderMarkdown } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { check, findingsOf, loadText } from './check.js';

function read(items: string, before = '') {
  return loadText(`${before}\n部门决算 某局 2023 {\n  取舍 截断\n${items}\n}\n`);
}

function rulesIn(items: string): string[] {
  return findingsOf(read(items)).map(({ rule }) => rule);
}

describe('a sum of figures that were cut', () => {
  test.each([
    ['312.39', ['I0602']],
    ['312.40', []],
    ['312.41', ['U010']],
    ['312.42', ['I0602']],
  ])('262.40 + 50.00 = %s', (total, rules) => {
    const items = `支出 一般公共预算 {\n2012601 262.40\n2210201 50.00\n合计 ${total}\n}`;
    expect(rulesIn(items)).toEqual(rules);
  });

  test.each([
    ['1.48', ['I0101']],
    ['1.49', ['U010']],
    ['1.50', []],
    ['1.51', ['I0101']],
  ])('3.00 − 1.50 = %s: one below zero was cut the other way', (total, rules) => {
    expect(rulesIn(`收入 { 事业收入 3.00 其他收入 -1.50 本年收入合计 ${total} }`)).toEqual(rules);
  });

  test.each([
    ['2.99', ['U010']],
    ['3.00', []],
    ['3.01', ['U010']],
  ])('3.00 + 0 = %s: nothing may have been a little on either side', (total, rules) => {
    expect(rulesIn(`收入 { 事业收入 3.00 其他收入 0 本年收入合计 ${total} }`)).toEqual(rules);
  });

  test('a difference: the subtracted figure may be more than is written', () => {
    const items = (closing: string) => `收入 { 政府性基金预算财政拨款收入 10.00 }
      结转结余 { 政府性基金预算财政拨款 年初 2.00 年末 ${closing} }
      支出 政府性基金 { 2296002 项目 9.00 }`;
    const own = (closing: string) => rulesIn(items(closing)).filter((rule) => /I0403|U010/.test(rule));
    expect(own('3.01')).toEqual(['U010']);
    expect(own('2.99')).toEqual(['U010']);
    expect(own('2.98')).toEqual(['I0403']);
    expect(own('3.02')).toEqual(['I0403']);
  });
});

describe('one figure in two places', () => {
  test('is cut, not rounded, to the fewer digits', () => {
    expect(rulesIn('收入 { 总计 1234567.89 元 }\n支出 { 总计 123.45 }')).toEqual([]);
    expect(rulesIn('收入 { 总计 1234567.89 元 }\n支出 { 总计 123.46 }')).toEqual(['I0105']);
  });

  test('the part and the whole', () => {
    expect(rulesIn('政府采购 3.00 { 货物 3.00 中小企业 3.00 }')).toEqual([]);
    expect(rulesIn('政府采购 3.00 { 货物 3.00 中小企业 3.01 }')).toEqual(['N1103']);
  });
});

test('what is computed is printed cut; a percentage is rounded', () => {
  const template = `模板 甲 { 部分 "一" { 段 "收入【收入.总计】万元，增长【收入 | 增长率】。" } }`;
  const items = `模板 甲\n收入 { 事业收入 1234567.89 元 上年 1000000 元 总计 上年 100.00 }
    职责 "无"`;
  const [report] = read(items, template).reports;
  const { text } = renderMarkdown(compose(report!).document);
  expect(text).toContain('收入123.45万元');
  expect(listFacts(report!.base).find(({ path }) => path === '收入.总计')?.value).toBe('123.456789');
});

test.each([
  ['| 小数 0', '1'],
  ['| 小数 1', '1.9'],
  ['| 小数 3', '1.990'],
  ['', '1.99'],
])('what is printed with other places is cut at those: 1.99 %s', (filter, printed) => {
  const template = `模板 甲 { 部分 "一" { 段 "共【机关运行经费 ${filter}】万元。" } }`;
  const [report] = read('模板 甲\n机关运行经费 1.99', template).reports;
  expect(renderMarkdown(compose(report!).document).text).toContain(`共${printed}万元。`);
});

test('amounts in running text were cut too', () => {
  const text = (total: string) =>
    `职责 "政府采购支出总额${total}万元，其中：货物支出1.10万元、工程支出2.20万元、服务支出3.30万元。"`;
  expect(rulesIn(text('6.62')).filter((rule) => rule === 'T001')).toEqual([]);
  expect(rulesIn(text('6.63')).filter((rule) => rule === 'T001')).toEqual(['T001']);
  expect(rulesIn(text('6.59')).filter((rule) => rule === 'T001')).toEqual(['T001']);
});

test('a word that is no way to cut is told, with those that are', () => {
  const text = '部门决算 某局 2023 {\n  取舍 进位\n}\n';
  const [finding] = check(text);
  expect(finding).toMatchObject({ rule: 'Z025', data: { suggestions: ['四舍五入', '截断'] } });
});
