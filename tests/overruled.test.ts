import { stateWords } from '@fiscal/core';
import { compose, openFigures } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText, saying } from './check.js';
import { read } from './composed-lines.js';

/** What a report leaves open, as its document prints it. */
function openIn(template: string, written: string): string[] {
  const text = `部门决算 海川县档案局 2024 {\n模板 ${template}\n${written}\n}`;
  return openFigures(compose(loadText(text).reports[0]!).document);
}

/** What something came to; what was planned for each part, and what it was last year, is another matter. */
function isOwn(name: string): boolean {
  return !/预算|上年|完成率|增减|占比/.test(name);
}

const templates = ['四川', '上海', '重庆'];
const nothing = ['0', ...stateWords.filter((word) => word !== '未填')];

describe('a block that came to nothing', () => {
  const blocks = ['机关运行经费', '政府采购', '国有资产', '三公经费', '基本支出', '支出 政府性基金'];
  const beside = ['上年 5.00', '预算 5.00', '上年 5.00 原因 "改制"'];
  const cases = templates.flatMap((template) => blocks.map((block) => [template, block] as const));

  test.each(cases)('%s: %s leaves nothing open for a figure that stands beside it', (template, block) => {
    for (const word of nothing) {
      const alone = openIn(template, `${block} ${word}`);
      for (const more of beside)
        expect(
          openIn(template, `${block} ${word} ${more}`).filter((name) => isOwn(name) && !alone.includes(name)),
          `${word} ${more}`,
        ).toEqual([]);
    }
  });
});

describe('what a block says is not overruled by what is unknown of another', () => {
  test.each(templates)('%s: 国有资产 未发生 beside 三公经费 0.30', (template) => {
    const open = openIn(template, '三公经费 0.30\n国有资产 未发生');
    expect(open.filter((name) => name.includes('车辆 ') || name === '车辆')).toEqual([]);
  });

  test('上海: lines of 基本支出 beside 三公经费 0.30', () => {
    const basic = '基本支出 { 30101 基本工资 70.00 30201 办公费 5.70 30217 公务接待费 0.30 }';
    const { lines } = read(`部门决算 海川县档案局 2024 { \n模板 上海\n三公经费 0.30\n${basic}\n}`);
    const rows = lines.filter((line) => /30212|30231|31013/.test(line));
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => /(30212|30231|31013) \| [^|]* \| 未填/.test(row))).toEqual([]);
  });

  test.each(templates)(
    '%s: a 类 of which only the budget is written, above lines with figures',
    (template) => {
      const lines = (of201: string) =>
        `支出 一般公共预算 { ${of201}\n2012601 行政运行 基本 86.40 项目 40.00 }\n` +
        ['其他资金', '政府性基金', '国有资本经营'].map((fund) => `支出 ${fund} 未发生\n`).join('');
      const without = openIn(template, lines(''));
      for (const measure of ['预算 128.40', '上年 120.00', '预算 128.40 完成率 98.44%'])
        expect(
          openIn(template, lines(`201 一般公共服务支出 ${measure}`)).filter(
            (name) => !without.includes(name),
          ),
          measure,
        ).toEqual([]);
    },
  );

  test.each(templates)(
    '%s: a total of items that did not happen had no budget that nobody wrote',
    (template) => {
      const items = ['因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费'];
      for (const word of ['未发生', '不适用']) {
        const written = items.map((item) => `${item} ${word}`).join('\n');
        expect(
          openIn(template, `三公经费 {\n${written}\n}`).filter((name) => /三公|公务|出国/.test(name)),
        ).toEqual([]);
      }
    },
  );

  test('of items that are only left out nobody says whether they were planned', () => {
    expect(openIn('上海', '三公经费 {\n公务用车购置费 未发生\n}').join()).toContain('年初预算');
  });
});

describe('nothing is told of a report that is right', () => {
  test.each([
    ['四川', '项目 数字化 { 全年预算 42.00 执行 40.00 等级 优 }', 'P004'],
    ['重庆', '项目 数字化 { 全年预算 42.00 执行 40.00 等级 差 }', 'P004'],
    [
      '上海',
      '基本支出 { 公用经费 { 所列 "办公费、差旅费等"\n30201 办公费 6.20 30211 差旅费 9.70 } }',
      'N0602',
    ],
    [
      '上海',
      '基本支出 { 公用经费 { 所列 "办公费、差旅费等费用。"\n30201 办公费 6.20 30211 差旅费 9.70 } }',
      'N0602',
    ],
    [
      '上海',
      '收入 { 一般公共预算财政拨款收入 1.00 年初结转和结余 -1.00 }\n支出 { 年末结转和结余 -1.00 }\n' +
        '支出 一般公共预算 { 2012601 行政运行 基本 1.00 }\n结转结余 { 非财政拨款 年初 -1.00 年末 -1.00 }',
      'X018',
    ],
  ])('%s: %s', (template, written, rule) => {
    const found = check(`部门决算 海川县档案局 2024 {\n模板 ${template}\n${written}\n}`);
    expect(found.filter((one) => one.rule === rule).map(saying)).toEqual([]);
  });

  test.each([
    ['项目 数字化 { 全年预算 42.00 执行 40.00 自评得分 85 等级 优 }', 'P004'],
    ['收入 { 年初结转和结余 1.00 }\n财政拨款收支 { 年初结转和结余 2.00 }', 'X018'],
  ])('and what is wrong is told: %s', (written, rule) => {
    expect(check(`部门决算 海川县档案局 2024 {\n${written}\n}`).map((one) => one.rule)).toContain(rule);
  });
});

describe('不适用, and a part of it elsewhere', () => {
  test.each([
    ['三公经费 不适用\n基本支出 { 30217 公务接待费 0.30 }', 'D016'],
    ['三公经费 未发生\n基本支出 { 30217 公务接待费 0.30 }', 'X019'],
    ['三公经费 { 公务接待费 不适用 }\n基本支出 { 30217 公务接待费 0.30 }', 'D016'],
    ['国有资产 不适用\n三公经费 { 公务用车保有量 3 辆 }', 'D016'],
    ['国有资产 未发生\n三公经费 { 公务用车保有量 3 辆 }', 'N1104'],
  ])('%s', (written, rule) => {
    const found = check(`部门决算 海川县档案局 2024 {\n${written}\n}`).filter(isWrong);
    expect(found.map((one) => one.rule)).toEqual([rule]);
  });

  test.each([
    '三公经费 不适用\n基本支出 { 30201 办公费 0.30 }',
    '机关运行经费 不适用\n基本支出 { 30201 办公费 0.30 }',
  ])('nothing contradicts %s', (written) => {
    expect(check(`部门决算 海川县档案局 2024 {\n${written}\n}`).filter(isWrong).map(saying)).toEqual([]);
  });
});
