import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText, saying } from './check.js';

describe('common names of projects and units stand without quotes', () => {
  test.each([
    '2024年数字化',
    '3D扫描',
    '《县志》编修',
    '地方志《县志》',
    '档案—数字化',
    '示例-分局',
    '数字化/扫描',
    '𬭚材料',
    '𠮷祥',
    '项目50',
  ])('%s', (name) => {
    const text = `部门决算 甲局 2023 {\n单位 ${name} 事业 编制 3\n项目 ${name} { 科目 2012604  执行 5.00 }\n}`;
    expect(wrong(text)).toEqual([]);
    const { base } = loadText(text).reports[0]!;
    expect([...base.find(['项目'])!.children.keys()]).toEqual([name]);
    expect([...base.find(['单位'])!.children.keys()]).toEqual([name]);
  });

  test('of a report too', () => {
    expect(loadText('部门决算 示例-分局 2023 {}').reports[0]!.base.name).toBe('示例-分局');
  });

  test('signs are signs in formulas, and before figures', () => {
    const text = `部门决算 甲局 2023 { 收入 { 事业收入 3.00 其他收入 -1.00 }
      职责 "【收入.事业收入-收入.其他收入】【收入.事业收入/收入.其他收入】" }`;
    expect(wrong(text)).toEqual([]);
    expect(loadText(text).reports[0]!.base.find(['收入'])!.children.size).toBe(2);
  });

  test('a figure with its unit is none', () => {
    const text = '部门决算 甲局 2023 { 支出 一般公共预算 { 2012601 行政运行\n项目 50万元 { 用途 "甲" } } }';
    expect(wrong(text)).toEqual([]);
  });
});

describe('any other name is one name, and its author is told to quote it', () => {
  test.each(['智慧城市2.0', '扫描+建模', '扫描 建模', 'C&D经费'])('%s', (name) => {
    const text = `部门决算 甲局 2023 {\n项目 ${name} { 科目 2012604  执行 5.00 }\n}`;
    expect(wrong(text)).toEqual([`2 Z033 名称「${name}」里有不能直接写的字符：请用引号括起来。`]);
    expect([...loadText(text).reports[0]!.base.find(['项目'])!.children.keys()]).toEqual([name]);
  });
});

describe('characters that look like others, and those that nobody sees', () => {
  const report = (name: string, text: string) =>
    `部门决算 甲局 2023 {\n支出 一般公共预算 { 2012601 ${name}  基本 5.00 }\n职责 "${text}"\n}`;

  test.each([
    [
      '⾏政运⾏',
      '2 Z031 「⾏」（U+2F8F）应为 行：这是从 PDF 复制来的部首或者兼容字符，看起来一样，核对时对不上。',
    ],
    [
      '行\u200b政运行',
      '2 Z032 「行」和「政」之间夹着一个看不见的字符（U+200B，多半是复制带来的）：请用快速修复或者 fiscal check --fix 删去。',
    ],
    [
      '行政\u202e运行',
      '2 Z032 「政」和「运」之间夹着一个看不见的字符（U+202E，多半是复制带来的）：请用快速修复或者 fiscal check --fix 删去。',
    ],
    [
      '行政\u{feff}运行',
      '2 Z032 「政」和「运」之间夹着一个看不见的字符（U+FEFF，多半是复制带来的）：请用快速修复或者 fiscal check --fix 删去。',
    ],
  ])('in the name %j', (name, told) => {
    expect(wrong(report(name, '甲'))).toEqual([told]);
    const line = loadText(report(name, '甲')).reports[0]!.base.find(['支出', '一般公共预算', '2012601'])!;
    expect(line.label).toBe('行政运行');
  });

  test.each([
    [
      '负责⼈⺠的档案',
      '3 Z031 「⼈」（U+2F08）应为 人：这是从 PDF 复制来的部首或者兼容字符，看起来一样，核对时对不上。',
    ],
    [
      '负责\u200d档案',
      '3 Z032 「责」和「档」之间夹着一个看不见的字符（U+200D，多半是复制带来的）：请用快速修复或者 fiscal check --fix 删去。',
    ],
  ])('in the text %j', (text, told) => {
    expect(wrong(report('行政运行', text))).toEqual([told]);
  });

  test('not in comments', () => {
    expect(wrong(`// ⼈\u200b\n/* ⼈ */ ${report('行政运行', '甲')}`)).toEqual([]);
  });
});

function wrong(text: string): string[] {
  return check(text)
    .filter(isWrong)
    .map((finding) => `${finding.origin.range.start.line + 1} ${saying(finding)}`);
}
