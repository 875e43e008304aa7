import { describe, expect, test } from 'vitest';
import { formatPlain, linesOf, subjectAt } from '../src/index.js';
import { reportOf, resolved, resolvedText } from './report-builder.js';

/** The text, the path to ask for, and what is known of it. */
function expectFacts(text: string, facts: Record<string, string>): void {
  const report = reportOf(text);
  const found = Object.keys(facts).map((path) => [path, resolvedText(report, path)]);
  expect(Object.fromEntries(found)).toEqual(facts);
}

describe('structure', () => {
  const lines = `
    支出.一般公共预算.2011101 基本 5.43
    支出.一般公共预算.2011308 项目 9.16
    支出.一般公共预算.2150508 基本 1 项目 241.51`;

  test('a line is the sum of its natures, a level the sum of the next, 合计 the sum of the 类', () => {
    expectFacts(lines, {
      '支出.一般公共预算.2011101': '5.43 derived',
      '支出.一般公共预算.2150508': '242.51 derived',
      '支出.一般公共预算.20113': '9.16 derived',
      '支出.一般公共预算.201': '14.59 derived',
      '支出.一般公共预算.201.基本': '5.43 derived',
      '支出.一般公共预算.合计': '257.1 derived',
      '支出.一般公共预算.合计.项目': '250.67 derived',
      '支出.一般公共预算.合计.经营': 'absent',
      '支出.全部.合计': '257.1 derived',
      '支出.财政拨款.20113.项目': '9.16 derived',
    });
  });

  test('levels that were not written come into being, in code order', () => {
    const { base } = reportOf(lines);
    const codes = linesOf(subjectAt(base, ['支出', '全部'])!)!.all.map(({ code }) => code);
    expect(codes).toEqual(['201', '20111', '2011101', '20113', '2011308', '215', '21505', '2150508']);
  });

  test('the interval of a total widens with each rounded part', () => {
    const { low, high } = resolved(reportOf(lines), '支出.一般公共预算.合计.项目');
    expect([low, high].map((end) => formatPlain(end!))).toEqual(['250.66', '250.68']);
  });

  test('funds and other money add up', () => {
    expectFacts(
      `支出.一般公共预算.2011101 基本 5
       支出.政府性基金.2120801 项目 7
       支出.其他资金.2011101 经营 2`,
      {
        '支出.财政拨款.合计': '12 derived',
        '支出.全部.2011101': '7 derived',
        '支出.全部.合计': '14 derived',
        '支出.全部.合计.经营': '2 derived',
      },
    );
  });

  test('incomes by subject', () => {
    expectFacts(`收入.按科目.2011101 财政拨款 5 其他 0.5`, {
      '收入.按科目.2011101': '5.5 derived',
      '收入.按科目.合计': '5.5 derived',
      '收入.按科目.合计.其他': '0.5 derived',
    });
  });

  test('economic lines make 人员经费 and 公用经费', () => {
    expectFacts(
      `基本支出.一般公共预算.30101 5
       基本支出.一般公共预算.30301 1
       基本支出.一般公共预算.30201 3`,
      {
        '基本支出.一般公共预算.人员经费': '6 derived',
        '基本支出.一般公共预算.公用经费': '3 derived',
        '基本支出.一般公共预算.合计': '9 derived',
        '基本支出.财政拨款.合计': '9 derived',
      },
    );
  });

  test('a block of economic lines without a fund is 一般公共预算', () => {
    expectFacts('基本支出.30101 5\n基本支出.政府性基金.30201 3', {
      '基本支出.合计': '5 derived',
      '基本支出.财政拨款.合计': '8 derived',
      '基本支出.财政拨款.301': '5 derived',
    });
  });

  test('economic detail makes the functional line and the economic table', () => {
    expectFacts(
      `支出.一般公共预算.2011101.明细.基本.30101 5
       支出.一般公共预算.2011101.明细.基本.30201 2
       支出.一般公共预算.2150508.明细.基本.30101 1
       基本支出.一般公共预算.30101`,
      {
        '支出.一般公共预算.2011101.基本': '7 derived',
        '支出.一般公共预算.合计': '8 derived',
        '基本支出.一般公共预算.30101': '6 derived',
      },
    );
  });

  test('what is left of a fund is carried over', () => {
    expectFacts('支出.政府性基金.2120801 年初结转 5 本年收入 10 项目 12', {
      '支出.政府性基金.2120801.年末结转': '3 derived',
      '支出.政府性基金.合计.年末结转': '3 derived',
    });
  });
});

describe('missing is not zero', () => {
  test('a total is never taken from what is stated elsewhere', () => {
    expectFacts('支出.一般公共预算.合计 100 基本 60', { '支出.一般公共预算.合计.项目': 'absent' });
  });

  test('未填 leaves the total open, 未发生 counts as zero', () => {
    expectFacts(
      `支出.一般公共预算.2011101 基本 未填
       支出.一般公共预算.2011102 基本 3
       支出.政府性基金.2120801 项目 未发生
       支出.政府性基金.2120802 项目 4`,
      {
        '支出.一般公共预算.2011101.基本': 'unfilled',
        '支出.一般公共预算.合计': 'blocked',
        '支出.政府性基金.合计': '4 derived',
        '支出.政府性基金.2120801.项目': '0 none',
      },
    );
  });

  test('a line that is only named leaves a total open that other lines would make', () => {
    expectFacts('基本支出.30101\n基本支出.30102 5\n支出.一般公共预算.2011101', {
      '基本支出.人员经费': 'blocked',
      '支出.一般公共预算.合计': 'absent',
    });
  });

  test('a comparative figure of some lines makes no total', () => {
    expectFacts('支出.一般公共预算.2011101 5 预算 4\n支出.一般公共预算.2011102 6', {
      '支出.一般公共预算.合计.年初预算': 'blocked',
    });
    expectFacts('支出.一般公共预算.2011101 5 预算 4\n支出.一般公共预算.2011102 6 预算 5', {
      '支出.一般公共预算.合计.年初预算': '9 derived',
    });
  });

  test('a line without its split makes no total of 基本', () => {
    expectFacts('支出.一般公共预算.2011101 5 基本 5\n支出.一般公共预算.2011102 6', {
      '支出.一般公共预算.合计.基本': 'blocked',
      '支出.一般公共预算.合计': '11 derived',
    });
  });
});

describe('rules', () => {
  test('the same quantity under another name', () => {
    expectFacts('收入.总计 8\n支出.总计\n规则 I0105 收入.总计 同 支出.总计', { '支出.总计': '8 derived' });
  });

  test('a sum, with differences', () => {
    expectFacts(
      `收入.甲 3213.28
       收入.年初 437.09
       支出.全部.合计 3000
       收入.总计
       支出.年末
       规则 I0103 收入.总计 = 收入.甲 + 收入.乙 + 收入.年初
       规则 I0106 支出.年末 = 收入.总计 - 支出.全部.合计`,
      { '收入.总计': '3650.37 derived', '支出.年末': '650.37 derived' },
    );
  });

  test('a difference needs something to be taken from and something to take', () => {
    expectFacts('支出.甲 3\n支出.年末\n规则 I0106 支出.年末 = 收入.总计 - 支出.甲', {
      '支出.年末': 'absent',
    });
  });

  test('circles end', () => {
    expectFacts(
      `收入.甲
       收入.乙
       收入.丙 2
       规则 A1 收入.甲 = 收入.乙
       规则 A2 收入.乙 = 收入.甲
       规则 A3 收入.甲 = 收入.丙`,
      { '收入.乙': '2 derived', '收入.甲': '2 derived' },
    );
  });
});

describe('other reports', () => {
  test("上年 is last year's 决算, in this year's unit", () => {
    const report = reportOf('收入.总计 9\n支出.一般公共预算.2011101 基本 1');
    report.base.prior = reportOf('收入.总计 80000\n支出.一般公共预算.2011101 基本 5000', {
      unit: '元',
      year: 2022,
    }).base;
    expect(resolvedText(report, '收入.总计.上年')).toBe('8 derived');
    expect(resolvedText(report, '支出.一般公共预算.合计.上年')).toBe('0.5 derived');
    expect(resolvedText(report, '收入.总计.增长率')).toBe('12.5 derived');
  });

  test('units add up, line by line', () => {
    const report = reportOf('收入.甲');
    report.base.units.push(
      reportOf('收入.甲 3\n支出.一般公共预算.2011101 基本 1').base,
      reportOf('收入.甲 4\n支出.一般公共预算.2011102 基本 2').base,
    );
    expect(resolvedText(report, '收入.甲')).toBe('7 derived');
    expect(resolvedText(report, '支出.一般公共预算.20111.基本')).toBe('3 derived');
    expect(resolvedText(report, '支出.全部.合计')).toBe('3 derived');
  });
});

test('rates follow from other measures', () => {
  expectFacts('支出.一般公共预算.2011101 25 预算 50 上年 20\n支出.一般公共预算.2011102 75 上年 0', {
    '支出.一般公共预算.2011101.占比': '25 derived',
    '支出.一般公共预算.2011101.增长率': '25 derived',
    '支出.一般公共预算.2011101.完成率': '50 derived',
    '支出.一般公共预算.2011102.增长率': 'absent',
  });
});
