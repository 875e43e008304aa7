import { describe, expect, test } from 'vitest';
import { check, isWrong, saying } from './check.js';

function said(body: string, rule = /^(P001|M005)/): string[] {
  return check(`部门决算 甲局 2024 {\n${body}\n}\n`)
    .map(saying)
    .filter((one) => rule.test(one));
}

const income = '收入 { 一般公共预算财政拨款收入 100.00  事业收入 30.00  年初结转和结余 0 }';

describe('what was executed of projects, and the line that it belongs to', () => {
  test('may stand in a block that is not written yet', () => {
    const other = '支出 其他资金 { 2060702 科普活动 项目 30.00 }';
    const project = '项目 科普日 { 科目 2060702  全年预算 43.20  执行 43.20 }';
    expect(said(`${income}\n${other}\n${project}`)).toEqual([
      'M005 「其他资金支出」有勾稽关系未检查：没有写支出 一般公共预算。',
    ]);
    // Where all of the money is told there is nowhere else for it to stand.
    const budget = '支出 一般公共预算 { 2060101 机构运行 基本 100.00 }';
    expect(said(`${income}\n${budget}\n${other}\n${project}`)).toEqual([
      'P001 「科普日·执行」应为 30.00 万元（「2060702 科普活动·项目」30.00），申报 43.20 万元，差 +13.20 万元，超出舍入误差 ±0.01。',
    ]);
  });

  test.each([
    ['2060799', '支出 一般公共预算 { 2060101 机构运行 基本 100.00 }', '2060799', 'warning'],
    [
      '2060702',
      '支出 一般公共预算 { 2060101 机构运行 基本 60.00  2060702 科普活动 基本 40.00 }',
      '2060702 科普活动',
      'information',
    ],
  ])('of %s without any 项目支出 is told', (code, budget, line, severity) => {
    const text = `${income}\n${budget}\n支出 其他资金 { 2060103 机关服务 项目 30.00 }\n项目 乙 { 科目 ${code}  执行 43.20 }`;
    expect(said(text)).toEqual([
      `P001 「乙·执行」43.20 万元，可是「支出」里没有 ${line} 的项目支出：请核对项目的科目，或者补写这个科目的项目支出。`,
    ]);
    const [found] = check(`部门决算 甲局 2024 {\n${text}\n}\n`).filter(({ rule }) => rule === 'P001');
    expect(found!.severity).toBe(severity);
  });

  test('of a line that is not split yet, or of a report without its 支出, is not checked', () => {
    const project = '项目 乙 { 科目 2060702  执行 43.20 }';
    expect(said(`${income}\n${project}`)).toEqual([
      'M005 「项目」有勾稽关系未检查：没有写支出 一般公共预算、支出 其他资金。',
    ]);
    const open =
      '支出 一般公共预算 { 2060702 科普活动 100.00 }\n支出 其他资金 { 2060103 机关服务 项目 30.00 }';
    expect(said(`${income}\n${open}\n${project}`)).toEqual([
      'M005 「项目」有勾稽关系未检查：没有写2060702 科普活动·项目。',
    ]);
  });

  test('of nothing needs no line', () => {
    const text = `${income}\n支出 一般公共预算 { 2060101 机构运行 基本 100.00 }\n支出 其他资金 { 2060103 机关服务 项目 30.00 }`;
    expect(said(`${text}\n项目 乙 { 科目 2060702  全年预算 3.00  执行 0 }`)).toEqual([]);
  });

  test('what is listed in part says of no figure what it should be', () => {
    const lines = (other: string) => `收入 { 一般公共预算财政拨款收入 30.00  事业收入 30.00 }
      支出 一般公共预算 { 2060702 科普活动 项目 30.00 }
      支出 其他资金 { 2060702 科普活动 项目 ${other}  合计 30.00 }
      项目 甲 { 科目 2060702  执行 43.20 }\n项目 乙 { 科目 2060702  执行 0.00 }`;
    // The wrong line is told by its total alone, and the rest says nothing until that is mended.
    expect(said(lines('90.00'), /^[IP]\d/)).toEqual([
      'I0302 「2060702 科普活动·项目」应为 30.00 万元（「其他资金支出合计」30.00），申报 90.00 万元，差 +60.00 万元，超出舍入误差 ±0.01。同一原因还影响：其他资金支出合计（I0301）。',
    ]);
    expect(said(lines('30.00'), /^[IP]\d/)).toEqual([
      'P001 「2060702 科普活动·项目」 60.00 万元，所列各项合计 43.20 万元（43.20 + 0.00），还有 16.80 万元没有列出。',
    ]);
    const negative =
      '支出 一般公共预算 { 2060702 科普活动 项目 30.00 }\n项目 甲 { 科目 2060702  执行 -30.00 }';
    expect(said(negative, /^[IP]\d/)).toEqual(['I1303 「甲·执行」为负数（-30.00 万元），请核对正负号。']);
  });
});

describe('a code that nobody knows beside a name of its own 款', () => {
  test.each([
    ['', '。'],
    ['2060702 科普活动 项目 40.00  ', '，这一块里已经写了。'],
  ])('is told with the code of that name: %s', (before, end) => {
    const found = check(
      `部门决算 甲局 2024 {\n支出 一般公共预算 { ${before}2060720 科普活动 项目 10.00 }\n}\n`,
    );
    expect(found.filter(isWrong).map(saying)).toEqual([
      `C001 支出功能分类科目里没有 2060720：「科普活动」的编码是 2060702${end}`,
    ]);
  });

  test('of another 款, or of several, it is only looked for', () => {
    const found = check('部门决算 甲局 2024 {\n支出 一般公共预算 { 2060720 行政运行 项目 10.00 }\n}\n');
    expect(found.filter(isWrong)).toEqual([]);
    expect(found.map(({ rule }) => rule)).toContain('C001');
  });
});
