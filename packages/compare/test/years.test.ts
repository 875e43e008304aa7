import { load } from '@fiscal/language';
import { expect, test } from 'vitest';
import { compareYears, yearsOutline } from '../src/index.js';

const thresholds = { amount: '10', rate: '30' };

/** What is told of two years, the first file of each beside the others: the summary, then each line. */
function told(old: Record<string, string>, next: Record<string, string>) {
  const [before, now] = [reportOf(old), reportOf(next)];
  const { summary, sections } = yearsOutline(compareYears(before, now, thresholds));
  const lines = sections.flatMap(({ title, changes }) => [
    title.replace(/（.*/, ''),
    ...changes.map(({ line: { mark, label, old: was, new: is, remark } }) =>
      [mark, label, was, is, remark].filter(Boolean).join(' '),
    ),
  ]);
  return { summary, lines };
}

function reportOf(files: Record<string, string>) {
  const [[uri, text] = ['', '']] = Object.entries(files);
  return load([{ uri, text }], { read: (other) => files[other] }).reports[0]!;
}

const lines = (text: string) => `  支出 政府性基金 { ${text} }\n`;
const unit = (name: string, year: number, text: string) => `单位决算 ${name} ${year} {\n${text}}\n`;
const department = (year: number, text = '') =>
  `部门决算 局 ${year} {\n  引用 单位 "a${year}.fiscal"\n  引用 单位 "b${year}.fiscal"\n${text}}\n`;
const year = (number: number, first: string, second: string, own = '') => ({
  [`file:///all${number}.fiscal`]: department(number, own),
  [`file:///a${number}.fiscal`]: unit('甲所', number, first),
  [`file:///b${number}.fiscal`]: unit('乙所', number, second),
});

const roads = (amount: number, more = '') => `2136601 基础设施建设和经济发展 项目 ${amount} ${more}\n`;

test('what units come to together is looked at as what a department writes itself', () => {
  const old = {
    'file:///all2023.fiscal': `部门决算 局 2023 {\n${lines(roads(143))}  收入 { 其他收入 20 }\n}\n`,
  };
  const next = year(2024, lines(roads(100)), `${lines(roads(95))}  收入 { 其他收入 21 }\n`);
  expect(told(old, next)).toEqual({
    summary:
      '0 个上年数与上年决算不同，1 个数变动大而没有原因，0 个项目、单位或科目有增减，0 处原因照抄上年' +
      '；没有上年的报告，没有单独比较：甲所、乙所',
    lines: ['变动大，没有写原因', '~ 政府性基金支出 2136601 基础设施建设和经济发展 143.00 195.00'],
  });
  const explained = year(2024, lines(roads(100)), lines(roads(95)), lines(roads(195, '原因 "新开工"')));
  expect(told(old, explained).lines).toEqual([]);
});

test('each unit is set against its own last year, whose reason is its own', () => {
  const old = year(2023, lines(roads(100)), lines(roads(43)));
  const next = year(2024, lines(roads(60, '原因 "完工"')), lines(roads(85)));
  expect(told(old, next)).toEqual({
    summary: '0 个上年数与上年决算不同，1 个数变动大而没有原因，0 个项目、单位或科目有增减，0 处原因照抄上年',
    lines: ['变动大，没有写原因', '~ 《乙所》政府性基金支出 2136601 基础设施建设和经济发展 43.00 85.00'],
  });
});

test('a unit whose own report names last year’s is compared, though the department of last year knows no units', () => {
  const old = { 'file:///all2023.fiscal': `部门决算 局 2023 {\n${lines(roads(143))}}\n` };
  const next = {
    ...year(2024, `  引用 上年 "a2023.fiscal"\n${lines(roads(60))}`, lines(roads(85))),
    'file:///a2023.fiscal': unit('甲所', 2023, lines(roads(100))),
  };
  expect(told(old, next)).toEqual({
    summary:
      '0 个上年数与上年决算不同，1 个数变动大而没有原因，0 个项目、单位或科目有增减，0 处原因照抄上年' +
      '；没有上年的报告，没有单独比较：乙所',
    lines: ['变动大，没有写原因', '~ 《甲所》政府性基金支出 2136601 基础设施建设和经济发展 100.00 60.00'],
  });
});

test('上年 that units state is what the department states: once, where it can be told of which unit', () => {
  const income = (amount: number, before?: number) =>
    `  收入 { 其他收入 ${amount} ${before === undefined ? '' : `上年 ${before}`} }\n`;
  const next = year(2024, income(20, 21), income(30, 30));
  expect(told(year(2023, income(20), income(30)), next).lines).toEqual([
    '上年数与上年决算不同',
    '~ 《甲所》收入 其他收入 20.00 21.00',
  ]);
  const alone = { 'file:///all2023.fiscal': `部门决算 局 2023 {\n${income(50)}}\n` };
  expect(told(alone, next).lines).toEqual(['上年数与上年决算不同', '~ 收入 其他收入 50.00 51.00']);
});

test('lines and units that came and went among units', () => {
  const old = year(2023, lines(roads(5)), lines('2082202 基础设施建设和经济发展 项目 4\n'));
  const next = {
    ...year(2024, lines(roads(5)), ''),
    'file:///all2024.fiscal':
      '部门决算 局 2024 {\n  引用 单位 "a2024.fiscal"\n  引用 单位 "c2024.fiscal"\n}\n',
    'file:///c2024.fiscal': unit('水质监测中心', 2024, lines('2082201 移民补助 项目 3\n')),
  };
  expect(told(old, next)).toEqual({
    summary: '0 个上年数与上年决算不同，0 个数变动大而没有原因，4 个项目、单位或科目有增减，0 处原因照抄上年',
    lines: [
      '项目、单位、科目的增减',
      '+ 政府性基金支出 科目 2082201 移民补助 上年没有',
      '- 政府性基金支出 科目 2082202 基础设施建设和经济发展 今年没有了',
      '+ 单位 水质监测中心 上年没有',
      '- 单位 乙所 今年没有了',
    ],
  });
});

test('of what last year’s report does not list nothing is known to have come', () => {
  const project = (name: string) => `  项目 ${name} { 执行 5 }\n`;
  const plain = (number: number, text: string) => ({
    [`file:///${number}.fiscal`]: `部门决算 局 ${number} {\n${text}}\n`,
  });
  const basic = '  基本支出 { 人员经费 { 30101 基本工资 5 } }\n';
  const old = plain(2023, '  基本支出 { 人员经费 5 }\n');
  expect(told(old, plain(2024, `${project('修堤')}${basic}`))).toEqual({
    summary: '两年衔接，没有要说明的；上年的报告没有列项目、基本支出的科目，增减没有比较',
    lines: [],
  });
  const listed = plain(2023, `${project('护林')}  基本支出 { 人员经费 { 30102 津贴补贴 5 } }\n`);
  expect(told(listed, plain(2024, `${project('修堤')}${basic}`)).lines).toEqual([
    '项目、单位、科目的增减',
    '- 项目 护林 今年没有了',
    '+ 项目 修堤 上年没有',
    '- 基本支出 科目 30102 津贴补贴 今年没有了',
    '+ 基本支出 科目 30101 基本工资 上年没有',
  ]);
});

test('another name of the report is said; a line is told once, though income is listed by lines as well', () => {
  const plain = (number: number, name: string, code: string) => ({
    [`file:///${number}.fiscal`]: `部门决算 ${name} ${number} {
  收入 按科目 { ${code} 财政拨款 5 }
  支出 一般公共预算 { ${code} 基本 5 }
}
`,
  });
  expect(told(plain(2023, '水利局', '2130304'), plain(2024, '水务局', '2130306'))).toEqual({
    summary:
      '上年的报告是《水利局》；0 个上年数与上年决算不同，0 个数变动大而没有原因，2 个项目、单位或科目有增减，0 处原因照抄上年',
    lines: [
      '项目、单位、科目的增减',
      '- 一般公共预算支出 科目 2130304 水利行业业务管理 今年没有了',
      '+ 一般公共预算支出 科目 2130306 水利工程运行与维护 上年没有',
    ],
  });
});

test('a part that is all of what it is a part of is told with it', () => {
  const guests = (amount: string) =>
    `  三公经费 { 公务接待费 ${amount} { 国内 ${amount}  3 批次  9 人次 } }\n`;
  const plain = (number: number, amount: string) => ({
    [`file:///${number}.fiscal`]: `部门决算 局 ${number} {\n${guests(amount)}}\n`,
  });
  expect(told(plain(2023, '40'), plain(2024, '10')).lines).toEqual([
    '变动大，没有写原因',
    '~ 三公经费 公务接待费 40.00 10.00',
  ]);
});
