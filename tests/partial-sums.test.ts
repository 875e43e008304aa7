import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose, openFigures } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { loadText } from './check.js';
import { read } from './composed-lines.js';

const folder = join(import.meta.dirname, '..', 'examples', '两级部门');
const files = Object.fromEntries(
  ['某局.fiscal', '局机关.fiscal', '信息中心.fiscal', '某局-2023.fiscal'].map((name) => [
    name,
    readFileSync(join(folder, name), 'utf8'),
  ]),
);

/** Without a block of a text, or what stands between two marks of it. */
function without(text: string, block: RegExp): string {
  expect(text).toMatch(block);
  return text.replace(block, '');
}

/** Rows of an annex table, by their first cells. */
function rowsOf(table: string, lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const start = lines.findIndex((line) => line.startsWith('[表]') && line.includes(table));
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('[') || line.startsWith('#'));
  const rows = rest.slice(0, end).filter((line) => /^[-=] /.test(line));
  const cells = rows.map((line) => line.slice(2).split(' | '));
  return new Map(cells.map(([code = '', name = '', ...others]) => [code.trim() || name, others]));
}

describe('sums over units of which one does not say', { timeout: 60_000 }, () => {
  const budget = / {2}支出 一般公共预算 \{\n[\s\S]*?\n {2}\}\n/;
  const shorter = { ...files, '信息中心.fiscal': without(files['信息中心.fiscal']!, budget) };

  test.each([
    ['nothing of its own', (text: string) => text],
    [
      'only last year’s total',
      (text: string) => text.replace(/(支出 一般公共预算 \{\n\s+合计)/, '$1 上年 2048.00'),
    ],
  ])('the department says %s', (_, change) => {
    const { lines } = read(change(files['某局.fiscal']!), shorter);
    // Of the unit's projects nobody knows anything: what the others spent is no total.
    const rows = rowsOf('公开05表', lines);
    expect(rows.get('30213')).toEqual(['未填', '未填', '12.10', '未填', '60.00', '', '60.00', '', '', '']);
    expect(rows.get('30207')?.slice(0, 4)).toEqual(['未填', '未填', '13.10', '未填']);
    expect(lines.join('\n')).not.toMatch(/72\.10/);
  });

  test('the lines of the others are not listed, since no figure of theirs is known', () => {
    const { lines } = read(files['某局.fiscal']!, shorter);
    for (const table of ['公开03表', '公开06表', '公开07表', '公开09表'])
      expect([...rowsOf(table, lines).keys()]).toEqual(['合计']);
    expect(lines).toContain('2024年度一般公共预算财政拨款支出未填万元。');
    // What the block does not stand for is all there.
    expect(rowsOf('公开08表', lines).get('30101')).toEqual(['309.60', '30201', '办公费', '28.60']);
  });

  test('a unit whose line has no 明细 leaves that of the department open', () => {
    const line = / \{\n {6}明细 基本 \{\n {8}30113 住房公积金[^}]*\}\n {4}\}/;
    const others = { ...files, '信息中心.fiscal': without(files['信息中心.fiscal']!, line) };
    const rows = rowsOf('公开07表', read(files['某局.fiscal']!, others).lines);
    expect(rows.get('合计')?.slice(0, 2)).toEqual(['2152.00', '1156.40']);
    expect(rows.get('2210201')?.slice(0, 2)).toEqual(['143.20', '未填']);
    expect(rows.get('2101101')?.slice(0, 2)).toEqual(['52.10', '52.10']);
  });
});

describe('明细 that nobody wrote', () => {
  const head = '部门决算 甲局 2024 {\n  模板 四川\n  收入 { 一般公共预算财政拨款收入 100.00 }\n';
  const basic = '  基本支出 { 30101 基本工资 60.00  30201 办公费 20.00 }\n';
  const table = (text: string) => rowsOf('公开07表', read(`${head}${text}}\n`).lines);

  test('is 基本支出, where that can be of one line only', () => {
    const rows =
      table(`  支出 一般公共预算 { 2012601 行政运行 基本 80.00  2012604 档案馆 项目 20.00 }\n${basic}
  项目支出 { 30201 办公费 5.00  31002 办公设备购置 15.00 }\n`);
    expect(rows.get('2012601')).toEqual(['80.00', '60.00', '60.00', '20.00', '20.00', '', '']);
    expect(rows.get('2012604')).toEqual(['20.00', '', '', '5.00', '5.00', '15.00', '15.00']);
    expect(rows.get('合计')).toEqual(['100.00', '60.00', '60.00', '25.00', '25.00', '15.00', '15.00']);
  });

  test('is open where it may be of several lines, and so is what it is a part of', () => {
    const text = `  支出 一般公共预算 { 2012601 行政运行 基本 50.00  2012604 档案馆 基本 30.00 }\n${basic}`;
    const rows = table(text);
    expect(rows.get('2012601')).toEqual(['50.00', '未填', '未填']);
    expect(rows.get('20126')).toEqual(['80.00', '未填', '未填']);
    expect(rows.get('合计')).toEqual(['80.00', '60.00', '20.00']);
    const { document } = compose(loadText(`${head}${text}}\n`).reports[0]!);
    expect(openFigures(document)).toContain('支出 一般公共预算 2012601 明细 基本');
  });

  test('of all lines comes to 基本支出, which then nobody has to write', () => {
    const lines = (last: string) =>
      read(`${head}  支出 一般公共预算 {
    2012601 行政运行 基本 60.00 { 明细 基本 { 30101 基本工资 50.00  30201 办公费 10.00 } }
    2012604 档案馆 基本 20.00 项目 20.00 { ${last} }
  }
}
`).lines;
    const whole = lines('明细 基本 { 30201 办公费 20.00 }');
    expect(whole).toContain('人员经费50万元，主要包括：基本工资等。');
    expect(whole).toContain('公用经费30万元，主要包括：办公费等。');
    const table = whole.slice(whole.findIndex((line) => line.includes('公开08表')));
    expect(table.join('\n')).toMatch(/30101 \| 基本工资 \| 50\.00 \| 30201 \| 办公费 \| 30\.00/);
    // The second line does not say what its 20.00 was spent for.
    expect(lines('明细 项目 { 30213 维修（护）费 20.00 }')).toContain('人员经费未填万元。');
  });

  test('leaves the sum with it open, though the template lets 项目支出 stay blank', () => {
    const { lines } = read(
      `${head}  支出 一般公共预算 { 2012601 行政运行 基本 80.00 项目 20.00 }\n${basic}}\n`,
    );
    expect(rowsOf('公开05表', lines).get('30201')?.slice(0, 4)).toEqual(['未填', '未填', '20.00', '']);
    expect(rowsOf('公开07表', lines).get('2012601')?.slice(0, 3)).toEqual(['100.00', '未填', '未填']);
  });

  test('a line of which nothing was spent has none', () => {
    const rows = table(
      `  支出 一般公共预算 { 2012601 行政运行 基本 80.00  2012604 档案馆 项目 0.00 }\n${basic}`,
    );
    expect(rows.get('2012604')).toEqual(['0.00', '', '', '', '']);
  });
});
