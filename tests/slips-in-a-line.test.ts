import { listFacts } from '@fiscal/core';
import { formatText } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText, saying } from './check.js';

/** What stands in the middle of a block; the lines around it are read whatever that is. */
const unreadable: [what: string, lines: string, told: string[]][] = [
  [
    'a figure of which nothing says what it is',
    '2012602 一般行政管理事务 项目 5 8',
    [figureWithoutName('8')],
  ],
  ['a sign of a formula', '2012602 一般行政管理事务 项目 5 = 8', [signInData('=')]],
  ['a code that is not written yet', '20126', [halfTyped('20126')]],
  ['a 类 alone', '201', [halfTyped('201')]],
  ['a code with a digit less', '201260', [halfTyped('201260')]],
  [
    'a keyword of a template',
    '若 2012602',
    ['3 Z001 「若」只能写在模板里：报告里只写名目、数和文字，文字要放在引号里。'],
  ],
  [
    'two figures alone',
    '5.00 6.00',
    ['3 Z001 「5.00」前面没有写它是什么数：写上名目（例如 预算 5.00），或者删去。'],
  ],
  [
    'a block where none can stand',
    '2012602 一般行政管理事务 项目 5 = {\n      用途 "甲"\n    }',
    [signInData('=')],
  ],
  ['a block of the report', '收入 {\n      总计 5.00\n    }', ['3 Z001 「收入」不能写在这里。']],
];

describe('an error inside a line never leaves the line', () => {
  test.each(unreadable)('%s', (_, lines, told) => {
    expect(wrong(report(lines))).toEqual(told);
    expect(facts(report(lines))).toEqual(expect.arrayContaining(['2012601.基本=86.4', '2012699.项目=40']));
  });

  test.each(unreadable)('nor is anything of it changed by formatting: %s', (_, lines) => {
    for (const line of lines.split('\n')) expect(formatText(report(lines))).toContain(line);
  });

  test('many lines of one block are as many errors', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `= ${index}`);
    expect(wrong(report(lines.join('\n')))).toHaveLength(20_000);
  });
});

describe('a blank that was left out', () => {
  test.each([
    ['2012602 一般行政管理事务 项目50', '2012602 一般行政管理事务 项目 50'],
    ['2012602 一般行政管理事务 基本50.5', '2012602 一般行政管理事务 基本 50.5'],
    ['2012602 一般行政管理事务 项目５０，预算５０．５', '2012602 一般行政管理事务 项目 50 预算 50.5'],
    ['2012602 项目50', '2012602 项目 50'],
    ['合计12.00', '合计 12.00'],
  ])('%s reads as what was meant', (typed, meant) => {
    expect(facts(report(typed))).toEqual(facts(report(meant)));
    expect(formatText(report(typed))).toBe(formatText(report(meant)));
  });

  test('where it may be a name, that is asked', () => {
    expect(wrong('部门决算 甲局 2023 {\n收入 { 其他收入12 }\n}')).toEqual([
      '2 Z010 「其他收入12」：名称和数字之间要有空格。是不是「其他收入 12」？',
    ]);
  });

  test('a project may be called 项目50, an indicator 人次50', () => {
    const text =
      '部门决算 甲局 2023 { 项目 项目50 { 科目 2012604 执行 3 指标 产出 数量 人次50 目标 8 次 完成 8 次 } }';
    expect(wrong(text)).toEqual([]);
    expect(loadText(text).reports[0]!.base.find(['项目', '项目50', '指标', '人次50'])).toBeDefined();
  });
});

test('two lines on one line are read, and told', () => {
  const text = '部门决算 甲局 2023 {\n基本支出 { 30101 871.23 30306 131.63 }\n}';
  expect(wrong(text)).toEqual(['2 Z001 「30306」是另一个科目：一个科目写一行，请在它前面换行。']);
  const { base } = loadText(text).reports[0]!;
  expect([...base.find(['基本支出'])!.children.keys()]).toEqual(['30101', '30306']);
});

test('a code alone on its line does not take the next line for its name', () => {
  const text = '部门决算 甲局 2023 {\n收入 按科目 {\n2012601\n合计 5.00\n}\n}';
  const { base } = loadText(text).reports[0]!;
  expect([...base.find(['收入', '按科目'])!.children.keys()]).toEqual(['2012601', '合计']);
});

test('三公经费 without braces reads like every other item', () => {
  expect(wrong('部门决算 甲局 2023 {\n三公经费 0\n机关运行经费 5.00\n}')).toEqual([]);
  expect(
    listFacts(loadText('部门决算 甲局 2023 { 三公经费 0 }').reports[0]!.base).map(({ path }) => path),
  ).toContain('三公经费.合计');
});

test('lines of 类 and 款 with their figures are read beside those of 项', () => {
  const lines = '201 一般公共服务支出 126.40\n20126 档案事务 126.40\n合计 126.40';
  expect(wrong(report(lines))).toEqual([]);
});

function report(lines: string): string {
  return `部门决算 甲局 2023 { 支出 一般公共预算 {
    2012601 行政运行  基本 86.40
    ${lines}
    2012699 其他档案事务支出 项目 40.00
  } }`;
}

function figureWithoutName(figure: string): string {
  return `3 Z001 「${figure}」前面没有写它是什么数：写上名目（例如 预算 ${figure}），或者删去。`;
}

function signInData(sign: string): string {
  return `3 Z001 「${sign}」不能写在这里：报告里只写名目和数，不写算式。`;
}

function halfTyped(code: string): string {
  const near = code.length < 5 ? '' : '是不是「2012602」「2012603」「2012604」？';
  return `3 Z001 「${code}」这一行没有写完：写全科目编码（类 3 位、款 5 位、项 7 位）、名称和数字。${near}`;
}

function wrong(text: string): string[] {
  return check(text)
    .filter(isWrong)
    .map((finding) => `${finding.origin.range.start.line + 1} ${saying(finding)}`);
}

/** Of the lines of the fund. */
function facts(text: string): string[] {
  const { base } = loadText(text).reports[0]!;
  const prefix = '支出.一般公共预算.';
  return listFacts(base).flatMap(({ path, value }) =>
    path.startsWith(prefix) && value ? [`${path.slice(prefix.length)}=${value}`] : [],
  );
}

describe('a block that goes on behind another one is told as that', () => {
  const told = (text: string) => wrong(`部门决算 某局 2024 {\n${text}\n}`);

  test.each(['三公经费 0.30', '收入 5', '支出 一般公共预算 5', '三公经费'])('%s', (block) => {
    expect(told(`${block} 基本支出 { 人员经费 1 }`)).toEqual([
      '2 Z001 「基本支出」接在了另一块的后面：一块写完要换行，请从「基本支出」起另写一行。',
    ]);
    expect(told(`${block}\n基本支出 { 人员经费 1 }`)).not.toContainEqual(expect.stringContaining('另写一行'));
  });
});

test.each([
  ['支出 一般公共预算 0 甲乙丙丁 1.00', '支出 一般公共预算'],
  ['收入 未发生 甲乙丙丁 1.00', '收入'],
  ['收入 按科目 未发生 甲乙丙丁 1.00', '收入 按科目'],
  ['机关运行经费 3 甲乙丙丁 1.00', '机关运行经费'],
])('a word that nobody knows is told with what its line begins with: %s', (line, owner) => {
  const told = wrong(`部门决算 某局 2024 {\n${line}\n}`);
  expect(told).toEqual([`2 Z010 「${owner}」这一行里的「甲乙丙丁」看不懂。`]);
});
