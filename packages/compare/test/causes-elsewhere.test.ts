import { examineReports } from '@fiscal/core';
import { load } from '@fiscal/language';
import { expect, test } from 'vitest';
import { compare, outlineOf, type Version } from '../src/index.js';

/** The first of files, beside the others. */
function versionOf(files: Record<string, string>): Version {
  const [[uri, text] = ['', '']] = Object.entries(files);
  const workspace = load([{ uri, text }], { read: (other) => files[other] });
  return { report: workspace.reports[0]!, ...examineReports(workspace) };
}

/** What is told of figures that follow: by which causes, and of what. */
function followingOf(old: Record<string, string>, next: Record<string, string>): string[] {
  const { sections, together } = outlineOf(compare(versionOf(old), versionOf(next)));
  const alone = sections.flatMap(({ changes }) =>
    changes.flatMap(({ line, derived }) => derived.map((one) => `${line.label}: ${one.label}`)),
  );
  return [...alone, ...together.flatMap(({ why, lines }) => lines.map((line) => `${why}: ${line.label}`))];
}

const basic = (first: string, second: string) => ({
  'file:///a.fiscal': `部门决算 甲 2024 {
  基本支出 { 公用经费 { ${first} 30211 差旅费 10.00 } }
  项目支出 { ${second} 31002 办公设备购置 15.00 }
}
`,
});

test('what follows from a line that stands elsewhere now is told below it', () => {
  const told = followingOf(basic('30201 办公费 6.20', ''), basic('', '30201 办公费 6.20'));
  expect(told).toContain('科目 30201 办公费: 基本支出合计');
  expect(told).toContain('科目 30201 办公费: 项目支出合计');
  expect(told.every((one) => one.startsWith('科目 30201 办公费: '))).toBe(true);
});

const units = (first: string, second: string, more = '') => ({
  'file:///all.fiscal': `部门决算 局 2024 {\n  引用 单位 "a.fiscal"\n  引用 单位 "b.fiscal"\n${more}}\n`,
  'file:///a.fiscal': `单位决算 甲 2024 { 收入 { 其他收入 ${first} } }\n`,
  'file:///b.fiscal': `单位决算 乙 2024 { 收入 { 其他收入 ${second} } }\n`,
});

test('a figure of a unit is named with the figure that was written there; units that did not change are not', () => {
  const told = followingOf(units('1.00', '2.00'), units('1.00', '5.00'));
  expect(told).toContain('因为 《乙 2024》的其他收入 +3.00: 收入 其他收入');
  expect(told.some((one) => one.includes('《甲 2024》'))).toBe(false);
});

test.each([
  ['came', '', '2012604 档案馆 项目 5.00', '+5.00'],
  ['went', '2012604 档案馆 项目 5.00', '', '−5.00'],
])(
  'a line that %s in a unit is named as what the figures of the department follow from',
  (_, old, next, change) => {
    const spending = (more: string) => ({
      'file:///all.fiscal': '部门决算 局 2024 {\n  引用 单位 "a.fiscal"\n  引用 单位 "b.fiscal"\n}\n',
      'file:///a.fiscal': '单位决算 甲 2024 { 支出 一般公共预算 { 2012601 行政运行 基本 1.00 } }\n',
      'file:///b.fiscal': `单位决算 乙 2024 { 支出 一般公共预算 { 2012601 行政运行 基本 1.00\n${more} } }\n`,
    });
    const told = followingOf(spending(old), spending(next));
    expect(told).toContain(`因为 《乙 2024》的2012604 档案馆·项目 ${change}: 一般公共预算支出合计·项目`);
    expect(told.filter((one) => one.startsWith('没有找到起因的'))).toEqual([]);
  },
);

test('what a unit said goes with the line that referred to it', () => {
  const old = units('1.00', '2.00');
  const next = { ...old, 'file:///all.fiscal': old['file:///all.fiscal'].replace(/.*b.fiscal.*\n/, '') };
  expect(followingOf(old, next)).toContain('引用 单位: 收入 其他收入');
});
