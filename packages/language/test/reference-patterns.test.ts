import { messageOf } from '@fiscal/core';
import { expect, test } from 'vitest';
import { type Files, loadText, report } from './read.js';

const unit = (name: string, year = 2024) => `单位决算 ${name} ${year} {\n收入 { 事业收入 1.00 }\n}\n`;
const rules = '规则 本局1 "某条" { 收入.总计 ≥ 0 }';

/** The units that a department takes, in order, and what is found. */
function taken(items: string, files: Files): string[] {
  const { reports, findings } = loadText(report(items), files);
  return [
    ...reports[0]!.base.units.map(({ name }) => name),
    ...findings.map((one) => `${one.rule} ${messageOf(one)}`),
  ];
}

const files: Files = {
  '单位/乙.fiscal': unit('乙'),
  '单位/甲.fiscal': unit('甲'),
  '单位/甲（本级）%#[1].fiscal': unit('丙'),
  '单位/去年.fiscal': unit('甲', 2023),
  '单位/规则.fiscal': rules,
  '单位/说明.txt': '不是报告',
  '单位/.藏/丁.fiscal': unit('丁'),
  '单位/node_modules/丁.fiscal': unit('丁'),
  '单位/深/一/戊.fiscal': unit('戊'),
  '另外/己.fiscal': unit('己'),
};

test.each([
  ['单位/*.fiscal', ['乙', '甲', '丙']],
  ['./单位/甲*.fiscal', ['甲', '丙']],
  ['单位/?.fiscal', ['乙', '甲']],
  ['单位/**/*.fiscal', ['乙', '甲', '丙', '戊']],
  ['**/戊.fiscal', ['戊']],
  ['*/?.fiscal', ['己', '乙', '甲']],
  ['*/深/*/戊.fiscal', ['戊']],
])('%s', (pattern, names) => {
  expect(taken(`引用 单位 "${pattern}"`, files).sort()).toEqual([...names].sort());
});

test('in the order of their paths, whatever the order in which a disk lists them', () => {
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  expect(taken('引用 单位 "**/*.fiscal"', backwards)).toEqual(taken('引用 单位 "**/*.fiscal"', files));
});

test('the report itself is none of its units; what is named as well counts once', () => {
  const items = '引用 单位 "单位/甲.fiscal"\n引用 单位 "**/?.fiscal"\n引用 单位 "单位/乙.fiscal"';
  expect(taken(items, files)).toEqual(['甲', '乙', '戊', '己']);
});

test.each([
  ['没有/*.fiscal', 'Z014 没有与「没有/*.fiscal」相符的文件。'],
  ['单位/去*.fiscal', 'Z014 与「单位/去*.fiscal」相符的文件里没有 2024 年度的报告。'],
  ['单位/规*.fiscal', 'Z014 与「单位/规*.fiscal」相符的文件里没有 2024 年度的报告。'],
  ['单位/*.txt', 'Z014 「单位/*.txt」不是 fiscal 的源文件：引用的文件名要以 .fiscal 结尾。'],
])('where it means nothing: %s', (pattern, told) => {
  expect(taken(`引用 单位 "${pattern}"`, files)).toEqual([told]);
});

test.each([
  '../*.fiscal',
  '单位/../../*.fiscal',
  '*/../../*.fiscal',
  '/*.fiscal',
  'C:/*.fiscal',
  'file:///*.fiscal',
  '//别处/*.fiscal',
  '\\\\别处\\*.fiscal',
])('none leads out of the project: %s', (pattern) => {
  const [told, ...others] = taken(`引用 单位 "${pattern}"`, files);
  expect(told).toMatch(/^Z014 「.+」不在项目之内：/);
  expect(others).toEqual([]);
});

test('what the project leaves out is not meant', () => {
  const project = { ...files, 'fiscal.json': '{ "排除": ["单位/乙.fiscal"] }' };
  expect(taken('引用 单位 "单位/*.fiscal"', project)).toEqual(['甲', '丙']);
});

test('a file that is no report is told', () => {
  expect(taken('引用 单位 "单位/*.fiscal"', { '单位/空.fiscal': '' })).toEqual([
    'Z014 文件「空.fiscal」里没有报告。',
  ]);
});

test('last year has one report', () => {
  expect(taken('引用 上年 "单位/*.fiscal"', files)).toEqual([
    'Z014 「单位/*.fiscal」带有 *：上年的报告只有一份，请写它的文件名。',
  ]);
});

test('rules of all files of a folder', () => {
  expect(taken('引用 规则 "单位/规*.fiscal"\n引用 单位 "单位/甲.fiscal"', files)).toEqual(['甲']);
});
