import { messageOf } from '@fiscal/core';
import { templateFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { findingsOf, loadText, saying } from './check.js';
import { read } from './composed-lines.js';

const report = `部门决算 甲局 2023 {
  模板 本省
  单位 甲站 行政
  单位 乙站 事业
  单位 丙站 参公
  收入 { 事业收入 8 上年 6  经营收入 4  总计 12 上年 10 }
  支出 一般公共预算 {
    2012604 档案馆 基本 9 预算 10
    2010301 行政运行 项目 1 预算 1 调整预算 2
  }
}`;

describe('短语', () => {
  test('that gives a figure, with which is calculated and which has its unit', () => {
    const phrases = '短语 预算数 项 = 项.调整预算 | 默认 (项.年初预算)';
    const nodes = '段 { 每 项 于 支出.一般公共预算.项 分隔 "、" { "【(项 | 预算数) + 1】" } }';
    expect(composed(phrases, nodes)).toEqual(['3、11']);
  });

  test('that gives a truth, a list, a name of the report', () => {
    expect(
      composed('短语 超 项 = 项 > 5', '若 收入.事业收入 | 超 { 段 "多" } 若 收入.经营收入 | 超 { 段 "不" }'),
    ).toEqual(['多']);
    expect(
      composed('短语 大项 表 = 表 | 其中 (此.决算 > 5)', '段 "【支出.一般公共预算.项 | 大项 | 连接】"'),
    ).toEqual(['档案馆']);
    expect(composed('短语 主 项 = 项.事业收入', '段 "【收入 | 主 | 增长率】"')).toEqual(['33.33%']);
  });

  test('with several parameters, which see where they are written', () => {
    const phrases = '短语 相比 甲 乙 词 { "【词】【甲】比【乙】" 若 甲 > 乙 { "多" } }';
    const nodes =
      '段 { 每 项 于 支出.一般公共预算.项 当 项 > 5 { "【收入.事业收入 | 相比 (项 - 8) 项.名称】" } }';
    expect(composed(phrases, nodes)).toEqual(['档案馆8比1多']);
  });

  test('may use another one', () => {
    const phrases = '短语 双 项 = 项 * 2  短语 四倍 项 = (项 | 双) * 2';
    expect(composed(phrases, '段 "【收入.经营收入 | 四倍】"')).toEqual(['16']);
  });

  test.each([
    ['短语 倍 项 = 项 * 2', '段 "【收入.总计 | 倍 3】"', 'Z021 「倍」后面不带参数。'],
    ['短语 差 甲 乙 = 甲 - 乙', '段 "【收入.总计 | 差】"', 'Z021 「差」后面还要写：乙；算式加括号。'],
    [
      '短语 差 甲 乙 = 甲 - 乙',
      '段 "【收入.总计 | 差 1 2】"',
      'Z021 「差」后面只带一个参数；参数是算式时加括号。',
    ],
    [
      '短语 三 甲 乙 丙 = 甲',
      '段 "【收入.总计 | 三 1 2 3】"',
      'Z021 「三」后面的参数多了：只带 乙、丙；算式加括号。',
    ],
    ['短语 名 项 = 项.明称', '段 "【收入.总计 | 名】"', 'Z011 不认识「明称」。是不是「简称」「名称」？'],
  ])('%s %s: %s', (phrases, nodes, said) => {
    expect(findingsOf(loadText(text(phrases, nodes)), templateFindings).map(saying)).toContain(said);
  });
});

describe('令', () => {
  test('in a section, a paragraph, before 当, in a table', () => {
    const nodes = `部分 "甲" {
      令 两项 = 收入.事业收入 + 收入.经营收入
      令 总数 = 收入.总计
      段 { 令 一半 = 两项 / 2 "【一半】，【总数.上年】" }
      段 { 每 项 于 支出.一般公共预算.项 令 份额 = (项 | 占比 两项 | 小数 0) 当 份额 > 10 { "【项.名称】【份额】" } }
      表 "乙" {
        令 基本数 = 目.基本
        列 "名" 文字 = 目.名称
        列 "数" = 基本数
        行每 目 于 支出.一般公共预算.项 令 多 = (目 > 5) 当 多
      }
    }`;
    expect(composed('', nodes).slice(1)).toEqual([
      '6，10',
      '档案馆75%',
      '[表] 乙 / 单位：万元',
      '| 名 | 数 |',
      '- 档案馆 | 9.00',
    ]);
  });

  test('behind 行每 without braces: for its rows, and for those that follow', () => {
    const nodes = `部分 "甲" {
      表 "乙" {
        列 "名" 文字 = 目.名称
        列 "数" = 两倍
        行每 目 于 支出.一般公共预算.项
          令 两倍 = 目.基本 * 2
        令 总数 = 收入.总计
        行 "总数" 总数
      }
    }`;
    expect(composed('', nodes).slice(3)).toEqual(['- 行政运行 | 0.00', '- 档案馆 | 18.00', '- 总数 | 12.00']);
  });

  test('reaches to the end of its braces, and gives way to a variable of its name', () => {
    const nodes = `令 名 = 收入.总计
      若 单位 { 令 名 = 收入.事业收入 段 "【名】" }
      段 { "【名】" 每 名 于 单位 { "【名.名称】" } }`;
    expect(composed('', nodes)).toEqual(['8', '12甲站乙站丙站']);
  });
});

test('属于: one of those in brackets', () => {
  const nodes =
    '段 "【单位 | 其中 (此.类别 属于 ("行政" "参公")) | 个数】个，【单位 | 其中 (非 此.类别 属于 ("行政")) | 连接】"';
  expect(composed('', nodes)).toEqual(['2个，乙站、丙站']);
});

function composed(phrases: string, nodes: string): string[] {
  const { lines, findings } = read(text(phrases, nodes));
  expect(findings.map(messageOf)).toEqual([]);
  return lines;
}

function text(phrases: string, nodes: string): string {
  return `模板 本省 {\n${phrases}\n${nodes}\n}\n${report}`;
}
