import { describe, expect, test } from 'vitest';
import { check, type Files, saying } from './check.js';
import { read } from './composed-lines.js';

const bureau = `单位决算 海川县水务局机关 2024 {
支出 一般公共预算 { 2130301 行政运行 基本 100.00 预算 95.00 预算原因 "追加人员经费" }
机关运行经费 10.00 上年 9.00 原因 "防汛差旅"
三公经费 预算原因 "来访减少" { 公务接待费 0.50 预算 0.60 { 国内 0.50 4 批次 30 人次 } }
}`;
const station = `单位决算 海川县水利站 2024 {
支出 一般公共预算 未发生
机关运行经费 不适用
三公经费 未发生
}`;

function department(template: string, own = ''): string {
  return `部门决算 海川县水务局 2024 {\n模板 ${template}\n引用 单位 "甲.fiscal"\n引用 单位 "乙.fiscal"\n${own}\n}`;
}

function units(second = station): Files {
  return { '甲.fiscal': bureau, '乙.fiscal': second };
}

function asked(template: string, own: string, files: Files): string[] {
  return check(department(template, own), files)
    .filter(({ rule }) => ['N0509', 'N1101', 'S008'].includes(rule))
    .map(saying);
}

describe.each(['四川', '上海', '重庆'])('%s: a reason in the report of a unit', (template) => {
  test('is that of the department where no other unit has any of the figure', () => {
    expect(asked(template, '', units())).toEqual([]);
    expect(read(department(template), units()).lines.join('\n')).toContain('防汛差旅');
  });

  test('explains no sum of several', () => {
    const other = station.replace('机关运行经费 不适用', '机关运行经费 2.00 上年 1.00 原因 "添置电脑"');
    const { lines } = read(department(template), units(other));
    expect(lines.join('\n')).not.toMatch(/防汛差旅|添置电脑/);
    expect(asked(template, '', units(other))).toEqual([
      expect.stringMatching(
        /^N1101 .*（这一项由所属单位的报告汇总，本报告里没有：写 机关运行经费 \{ 原因 "…" \}；「海川县水务局机关」写的是「防汛差旅」；「海川县水利站」写的是「添置电脑」）。$/,
      ),
    ]);
    const own = '机关运行经费 { 原因 "防汛差旅、添置电脑" }';
    expect(asked(template, own, units(other))).toEqual([]);
    expect(read(department(template, own), units(other)).lines.join('\n')).toContain('防汛差旅、添置电脑');
  });

  test('gives way to the department’s own', () => {
    const { lines } = read(department(template, '机关运行经费 { 原因 "会议增加" }'), units());
    expect(lines.join('\n')).toContain('会议增加');
    expect(lines.join('\n')).not.toContain('防汛差旅');
  });
});

test('a line of several units is asked for as the report would write it', () => {
  const other = station.replace(
    '一般公共预算 未发生',
    '一般公共预算 { 2130301 行政运行 基本 10.00 预算 9.00 预算原因 "调资" }',
  );
  const [told] = asked('上海', '', units(other));
  expect(told).toContain('写 支出 一般公共预算 { 2130301 行政运行 预算原因 "…" }；');
  const own = '支出 一般公共预算 { 2130301 行政运行 预算原因 "追加人员经费、调资" }';
  expect(asked('上海', own, units(other))).toEqual([]);
});
