import { formatText } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText, saying } from './check.js';

/** What a hand types for a figure, and the one that was meant. */
const figures: [typed: string, meant: string, wrong: string][] = [
  ['51,32', '51.32', '「51,32」不是一个数：小数点写成了逗号。'],
  ['51，32', '51.32', '「51，32」不是一个数：小数点写成了逗号。'],
  ['51。32', '51.32', '「51。32」不是一个数：小数点写成了句号。'],
  ['51. 32', '51.32', '「51. 32」不是一个数：一个数里不留空格。'],
  ['51.　32', '51.32', '「51.　32」不是一个数：一个数里不留空格。'],
  ['51..32', '51.32', '「51..32」不是一个数：多了一个点，小数点只写一个。'],
  ['51．．32', '51.32', '「51．．32」不是一个数：多了一个点，小数点只写一个。'],
  ['51.32.', '51.32', '「51.32.」不是一个数：最后多了一个点。'],
  ['51.32。', '51.32', '「51.32。」不是一个数：小数点写成了句号。'],
  ['1O.23', '10.23', '「1O.23」里的第 2 个字是英文字母 O（大写），不是数字 0。'],
  ['1o.23', '10.23', '「1o.23」里的第 2 个字是英文字母 o（小写），不是数字 0。'],
  ['l0.23', '10.23', '「l0.23」里的第 1 个字是英文字母 l（小写的 L），不是数字 1。'],
  ['I0.23', '10.23', '「I0.23」里的第 1 个字是英文字母 I（大写的 i），不是数字 1。'],
  ['10.2O', '10.20', '「10.2O」里的第 5 个字是英文字母 O（大写），不是数字 0。'],
  ['５１，３２', '51.32', '「５１，３２」不是一个数：小数点写成了逗号。'],
  ['12，5', '12.5', '「12，5」不是一个数：小数点写成了逗号。'],
  ['1,234,5', '1234.5', '「1,234,5」不是一个数：小数点写成了逗号。'],
  ['1.234.50', '1234.50', '「1.234.50」不是一个数：多了一个点，小数点只写一个。'],
  ['1.234,50', '1234.50', '「1.234,50」不是一个数：千分位每三位一个逗号，小数点写英文句点。'],
  ['1234,567', '1234567', '「1234,567」不是一个数：千分位每三位一个逗号，小数点写英文句点。'],
];

describe('a figure that is none is told once, as what was probably meant', () => {
  test.each(figures)('%s', (typed, meant, said) => {
    expect(wrong(report(typed))).toEqual([`2 Z029 ${said}是不是「${meant}」？`]);
  });

  test('of a block without braces', () => {
    expect(wrong('部门决算 甲局 2023 {\n三公经费 5,2\n机关运行经费 5.00\n}')).toEqual([
      '2 Z029 「5,2」不是一个数：小数点写成了逗号。是不是「5.2」？',
    ]);
  });

  test('three groups that are no thousands may be anything', () => {
    expect(wrong(report('12.5.3'))).toEqual(['2 Z029 「12.5.3」不是一个数：多了一个点，小数点只写一个。']);
  });
});

describe('and with it nothing else of its block', () => {
  test.each(figures)('%s', (typed) => {
    expect(formatText(report(typed))).toContain(`行政运行  基本 ${typed} 预算 3\n`);
  });
});

describe('a code or a year with a letter in it is read as what was meant', () => {
  test('a code', () => {
    const { reports } = loadText(report('5').replace('2012601', '2O12601'));
    const [line] = [...reports[0]!.base.find(['支出', '一般公共预算'])!.children.keys()];
    expect(line).toBe('2012601');
  });

  test('a year', () => {
    expect(loadText(report('5').replace('2023', '2O23')).reports[0]!.base.year).toBe(2023);
    expect(wrong(report('5').replace('2023', '2O23'))).toEqual([
      '1 Z029 编码「2O23」里的第 2 个字是英文字母 O（大写），不是数字 0。是不是「2023」？',
    ]);
  });

  test('a day', () => {
    expect(wrong('部门决算 甲局 2023 {\n公开时间 2024.9.18\n}')).toEqual([
      '2 Z029 「2024.9.18」不是日期：年、月、日都要写，例如 2024-09-18。是不是「2024-09-18」？',
    ]);
  });
});

describe('what is a number, or none at all, stays what it is', () => {
  test.each([
    ['thousands', '12，345', 12345],
    ['thousands with a point', '1,234,567.50', 1234567.5],
    ['full-width', '１２．５', 12.5],
  ])('%s', (_, typed, value) => {
    const { reports } = loadText(report(typed));
    const facts = reports[0]!.base.find(['支出', '一般公共预算', '2012601'])!.facts;
    expect(facts.get('基本')!.statements[0]!.value!.toNumber()).toBe(value);
  });

  test.each(['O2', 'I级', 'l', '甲O1'])('the name %s', (name) => {
    expect(wrong(`部门决算 甲局 2023 { 项目 ${name} { 科目 2012604 执行 3 } }`)).toEqual([]);
  });

  test('an amount, a comma, and the next line of the classification', () => {
    const text = '部门决算 甲局 2023 { 基本支出 { 30101 基本工资 262.33，30102 津贴补贴 3.00 } }';
    expect(wrong(text)).toEqual([]);
  });
});

function report(figure: string): string {
  return `部门决算 甲局 2023 { 支出 一般公共预算 {
    2012601 行政运行  基本 ${figure} 预算 3
    2012604 档案馆 项目 2.00
    合计 7.00
  } }`;
}

function wrong(text: string): string[] {
  return check(text)
    .filter(isWrong)
    .map((finding) => `${finding.origin.range.start.line + 1} ${saying(finding)}`);
}
