import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, isOfLibrary, messageOf } from '@fiscal/core';
import { templateFindings } from '@fiscal/report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsOf, loadText, main, nameOf } from './check.js';

/** Loaded, checked and composed: everything that is found in one report. */
function findingsIn(text: string): Finding[] {
  return findingsOf(loadText(text), templateFindings);
}

/** Errors and warnings with their place: 2:10 Z020 … */
function told(items: string, template = '四川'): string[] {
  const text = `部门决算 某局 2023 {\n模板 ${template}\n${items}\n}`;
  return findingsIn(text)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, origin: { uri: file, range }, ...finding }) => {
      expect(nameOf(file)).toBe(main);
      return `${range.start.line + 1}:${range.start.character + 1} ${rule} ${messageOf({ rule, origin: { uri: file, range }, ...finding })}`;
    });
}

test.each([
  ['机关运行经费 "本单位无机关运行经费"', '3:8 Z020 「机关运行经费」'],
  ['三公经费 { 公务接待费 "未发生" }', '3:14 Z020 「公务接待费」'],
  ['三公经费 { 公务接待费 0.35 { 国内 “无” } }', '3:24 Z020 「国内」'],
  ['结转结余 "无"', '3:6 Z020 「结转结余」'],
  ['人员 "无"', '3:4 Z020 「人员」'],
  ['政府采购 "未采购"', '3:6 Z020 「政府采购」'],
  ['国有资产 { 车辆 "两辆" }', '3:11 Z020 「车辆」'],
])('%s: one finding on the words, and what to write in their stead', (items, expected) => {
  const found = told(items);
  expect(found).toEqual([
    `${expected}这里要写数字，写的是引号里的文字。没有发生的写 未发生，没有这项内容的写 不适用，还不知道的写 未填，都不加引号。`,
  ]);
});

test('what is written behind the words is kept', () => {
  const text = '部门决算 某局 2023 { 三公经费 { 公务接待费 "未发生" 上年 3.20 { 国内 1 批次 } } }';
  const { reports } = loadText(text);
  const reception = reports[0]!.base.root.children.get('三公经费')!.children.get('公务接待费')!;
  expect(reception.facts.get('上年')!.statements).toHaveLength(1);
  expect(reception.children.has('国内')).toBe(true);
});

const indicator = (target: string, result: string) =>
  `项目 甲 { 指标 产出 数量 乙 目标 ≥ ${target} 完成 ${result} }`;

test.each([
  ['100 人', '120 人次', '单位「人次」与「人」不能一起计算。'],
  ['30 天', '1 个月', '单位「个月」与「天」不能一起计算。'],
])('目标 %s, 完成 %s: told at the result', (target, result, message) => {
  const items = indicator(target, result);
  expect(told(items)).toEqual([`3:${items.indexOf(result) + 1} Z020 ${message}`]);
});

test('units that are powers of ten of each other go together', () => {
  expect(told(indicator('3 万页', '31000 页'))).toEqual([]);
  expect(told(indicator('30000 页', '3.1 万页'))).toEqual([]);
});

test('a formula gives nothing, and no mistake, where a figure was not written', () => {
  const template = `模板 甲 { 部分 "一" { 段 "人均【三公经费.公务接待费 / 三公经费.公务接待费.国内.人次 | 换算 元】元，
    【三公经费.因公出国（境）费.人数 - 三公经费.公务接待费.国内.人次】，
    【三公经费.公务接待费.国内.批次 - 三公经费.公务接待费】" } }`;
  for (const items of ['', '三公经费 { 公务接待费 0.35 }', '三公经费 { 公务接待费 0.35 { 国内 0.35 } }']) {
    const text = `${template}\n部门决算 某局 2023 {\n模板 甲\n${items}\n}`;
    const formulas = findingsIn(text).filter(({ rule }) => rule === 'Z020' || rule === 'Z021');
    expect(formulas.map(messageOf)).toEqual([]);
  }
});

describe.each([
  '攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal',
  '上海市普陀区财政局-2024/上海市普陀区财政局-2024.fiscal',
  '两级部门/局机关.fiscal',
])('%s', (path) => {
  const text = readFileSync(join(import.meta.dirname, '..', 'examples', path), 'utf8');
  const places = [...text.matchAll(/(?<=[ \t])-?\d+(\.\d+)?%?(?=[ \t\n])/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const instead = ['"无"', '""', '未填', '未发生', '不适用', '', '3 人次', '8%', '-5', '2.5 亿元', '甲'];

  test('whatever stands where a figure stood, each finding lies in the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...instead), ({ start, end }, word) => {
        const changed = text.slice(0, start) + word + text.slice(end);
        const lines = changed.split('\n');
        for (const { origin } of findingsIn(changed)) {
          expect(isOfLibrary(origin), JSON.stringify(origin)).toBe(false);
          expect(origin.range.end.character).toBeLessThanOrEqual(lines[origin.range.end.line]!.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
