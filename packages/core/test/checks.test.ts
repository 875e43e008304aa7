import { describe, expect, test } from 'vitest';
import { briefly, findingsIn, linesOf } from './check-helper.js';
import { reportOf } from './report-builder.js';

const panzhihuaIncome = `收入.一般公共预算财政拨款收入 3213.28
收入.年初结转和结余 437.09
收入.总计 3650.36
规则 I0103 收入.总计 = 收入.本年收入合计 + 收入.年初结转和结余
规则 I0101 收入.本年收入合计 = 收入.一般公共预算财政拨款收入 + 收入.其他收入`;

describe('sums', () => {
  test('a tail is a note, with how much rounding explains', () => {
    expect(findingsIn(panzhihuaIncome)).toEqual([
      'U010 information 3:3650.36 「收入」有 1 处尾差，均在舍入误差之内：收入总计 应为 3650.37，申报 3650.36，差 −0.01（±0.015）。',
    ]);
  });

  test('a wrong total is told once, where it is wrong; what rounding leaves is a note', () => {
    expect(findingsIn(`${panzhihuaIncome}\n收入.本年收入合计 3650.36`)).toEqual([
      'U010 information 3:3650.36 「收入」有 1 处尾差，均在舍入误差之内：收入总计 应为 3650.37，申报 3650.36，差 −0.01（±0.015）。',
      'I0101 error 6:3650.36 「本年收入合计」应为 3213.28 万元（「一般公共预算财政拨款收入」3213.28），申报 3650.36 万元，差 +437.08 万元，超出舍入误差 ±0.01。同一原因还影响：收入总计（I0103）。',
    ]);
  });

  test('procurement of the Panzhihua report: 10.91 short', () => {
    const text = `政府采购 184.62
政府采购.货物 173.71
政府采购.工程 0
政府采购.服务 0
政府采购.中小企业 182.42
规则 N1102 政府采购 = 政府采购.货物 + 政府采购.工程 + 政府采购.服务
规则 N1103 政府采购.中小企业 ≤ 政府采购`;
    expect(findingsIn(text)).toEqual([
      'N1102 error 1:184.62 「政府采购」应为 173.71 万元（173.71 + 0.00 + 0.00），申报 184.62 万元，差 +10.91 万元，超出舍入误差 ±0.02。',
    ]);
  });

  test('exact figures have no tail', () => {
    const text = `支出.一般公共预算.2011101 基本 54300 元
支出.一般公共预算.2011102 基本 10001 元
支出.一般公共预算.合计 64300 元`;
    expect(findingsIn(text)).toEqual([
      'I0602 error 3:64300 「一般公共预算支出合计」应为 6.4301 万元（5.4300 + 1.0001），申报 6.4300 万元，差 −0.0001 万元，数据精确到元，不应有差。同一原因还影响：一般公共预算支出合计（I0601）。',
    ]);
  });

  test('what is only computed cannot be wrong', () => {
    expect(briefly('支出.一般公共预算.2011101 基本 5\n支出.一般公共预算.2150508 项目 7')).toEqual([]);
  });

  test('a stated line against its natures', () => {
    expect(briefly('支出.一般公共预算.2011101 10 基本 5 项目 4')).toEqual(['I0601 error 1:10']);
  });

  test('funds of an aggregate', () => {
    const text = `收入.一般公共预算财政拨款收入 5
收入.事业收入 4
支出.一般公共预算.2011101 基本 5
支出.其他资金.2011101 项目 4
支出.全部.合计 10`;
    expect(briefly(text)).toEqual(['X025 error 5:10']);
  });

  test('personnel and operating expenses', () => {
    const text = `基本支出.30101 5
基本支出.30201 3
基本支出.人员经费 6
基本支出.公用经费 3
基本支出.合计 9`;
    // 6 + 3 = 9 holds: 人员经费 and 合计 agree against the line.
    expect(briefly(text)).toEqual(['I0801 error 1:5']);
  });
});

describe('one cause, one finding', () => {
  const lines = (first: string) => `支出.一般公共预算.2011101 基本 ${first}
支出.一般公共预算.2011102 基本 20
支出.一般公共预算.2150508 项目 30
支出.一般公共预算.合计 60 基本 30 项目 30`;

  test('nothing to say of right totals', () => {
    expect(briefly(lines('10'))).toEqual([]);
  });

  test('a wrong line under two totals is told at the more specific one', () => {
    expect(briefly(lines('11'))).toEqual(['I0602 error 4:30']);
  });

  test('a wrong figure between two levels is told at that figure', () => {
    const text = `支出.一般公共预算.2011101 10
支出.一般公共预算.2011102 20
支出.一般公共预算.20111 31
支出.一般公共预算.201 30
支出.一般公共预算.合计 30`;
    expect(briefly(text)).toEqual(['I0602 error 3:31']);
  });

  test('a wrong nature of a line, where line and total are right, is told at the nature', () => {
    const text = `支出.一般公共预算.2011101 10 基本 7 项目 4
支出.一般公共预算.2011102 5 基本 5
支出.一般公共预算.合计 15 基本 11 项目 4`;
    expect(findingsIn(text)).toEqual([
      'I0601 error 1:7 「2011101·基本」应为 6.00 万元（10.00 − 4.00），申报 7.00 万元，差 +1.00 万元，超出舍入误差 ±0.015。同一原因还影响：一般公共预算支出合计·基本（I0602）。',
    ]);
  });

  test('two faults are two findings', () => {
    const text = `支出.一般公共预算.2011101 10 基本 7 项目 4
支出.一般公共预算.2150508 30 基本 30 项目 5`;
    expect(briefly(text)).toEqual(['I0601 error 1:10', 'I0601 error 2:30']);
  });

  test('what rests on a contradiction stays silent', () => {
    const text = `支出.一般公共预算.2011101 基本 10
支出.一般公共预算.2011101 基本 12
支出.一般公共预算.合计 基本 12`;
    expect(briefly(text)).toEqual(['N1201 error 2:12']);
  });
});

describe('the same quantity twice', () => {
  test('one unit apart is a warning: 208 of the Putuo report', () => {
    expect(findingsIn('支出.一般公共预算.208 326.71\n支出.一般公共预算.208 326.72')).toEqual([
      'N1201 warning 2:326.72 「208」两处不一致：326.72 万元 与 326.71 万元，差 +0.01 万元。',
    ]);
  });

  test('两数 under two names', () => {
    const rule = '规则 X011 基本支出.合计 同 支出.一般公共预算.合计.基本';
    expect(briefly(`基本支出.合计 5\n支出.一般公共预算.合计 基本 5\n${rule}`)).toEqual([]);
    expect(briefly(`基本支出.合计 5\n支出.一般公共预算.合计 基本 6\n${rule}`)).toEqual(['X011 error 1:5']);
  });

  test('an exact figure and its rounded print agree', () => {
    expect(briefly('收入.总计 36503700 元\n收入.总计 3650.37')).toEqual([]);
  });
});

describe('at most', () => {
  const rule = '规则 X019 基本支出.30217 ≤ 三公经费.公务接待费';

  test.each([
    ['2.65', []],
    ['2.64', ['U010 information 1:2.65']],
    ['2.60', ['X019 error 1:2.65']],
  ])('2.65 ≤ %s', (whole, expected) => {
    expect(briefly(`基本支出.30217 2.65\n三公经费.公务接待费 ${whole}\n${rule}`)).toEqual(expected);
  });

  test('nothing is said of a whole that nobody knows', () => {
    expect(briefly(`基本支出.30217 2.65\n三公经费.公务接待费 未填\n${rule}`)).toEqual(['M005 hint 1:2.65']);
    expect(briefly(`基本支出.30217 2.65\n${rule}`)).toEqual([]);
  });
});

describe('rates', () => {
  const putuo = `支出.一般公共预算.201 2106.66 占比 71.73
支出.一般公共预算.208 326.72 占比 11.11
支出.一般公共预算.合计 2940.05
支出.一般公共预算.210 506.67`;

  test('a share is computed from the figures, not believed', () => {
    expect(findingsIn(putuo)).toEqual([
      'R001 error 1:71.73 「201·占比」应为 71.65%（2106.66 ÷ 2940.05），申报 71.73%，差 +0.08 个百分点。',
    ]);
  });

  test('no decimals: the shares of the Panzhihua report', () => {
    const text = `支出.一般公共预算.213 2.11 占比 1
支出.一般公共预算.215 1855.38 占比 57
支出.一般公共预算.201 1355.79 占比 42`;
    expect(briefly(text, { percentDecimals: 0 })).toEqual(['R001 error 1:1', 'R001 error 2:57']);
  });

  test('completion and growth', () => {
    expect(briefly('收入.甲 90 预算 100 完成率 91')).toEqual(['R002 error 1:91']);
    expect(briefly('收入.甲 90 上年 100 增长率 -10')).toEqual([]);
    expect(findingsIn('收入.甲 90 上年 0 增长率 100')).toEqual([
      'R006 error 1:100 「甲·上年」为 0，不能计算「甲·增长率」，不应写增长率。',
    ]);
  });

  test('a rate of a wrong figure stays silent', () => {
    expect(
      briefly('支出.一般公共预算.201 30 占比 75\n支出.一般公共预算.208 20\n支出.一般公共预算.合计 40'),
    ).toEqual(['I0602 error 3:40']);
  });
});

describe('未检查', () => {
  test('an open part is no pass and no fault', () => {
    const text = `支出.一般公共预算.2011101 基本 未填
支出.一般公共预算.2011102 基本 3
支出.一般公共预算.合计 基本 10`;
    expect(findingsIn(text)).toEqual([
      'M005 hint 3:10 「一般公共预算支出」有勾稽关系未检查：2011101·基本未填。',
    ]);
  });

  test('lines that are listed without amounts', () => {
    expect(briefly('基本支出.人员经费 100\n基本支出.30101\n基本支出.30102')).toEqual([]);
    expect(briefly('基本支出.人员经费 100\n基本支出.30101 90\n基本支出.30102')).toEqual(['M005 hint 1:100']);
  });

  test('a budget of some lines', () => {
    expect(
      briefly('支出.一般公共预算.201 5 预算 5\n支出.一般公共预算.208 6\n支出.一般公共预算.合计 预算 11'),
    ).toEqual(['M005 hint 3:11']);
  });
});

describe('projects', () => {
  const line = '支出.一般公共预算.2150508 项目 241.51\n支出.一般公共预算.2011308 项目 9.16\n';

  test('projects against their line: a tail, too much, too little', () => {
    expect(briefly(`${line}项目.甲 科目=2150508 执行 241.52`)).toEqual(['U010 information 1:241.51']);
    expect(briefly(`${line}项目.甲 科目=2011308 执行 9.2`)).toEqual(['P001 error 2:9.16']);
    expect(briefly(`${line}项目.甲 科目=2011308 执行 9`)).toEqual(['P001 hint 2:9.16']);
  });

  test('money by source', () => {
    expect(briefly('项目.甲 全年预算 10\n项目.甲.资金.市级 6\n项目.甲.资金.省级 5')).toEqual([
      'P013 error 1:10',
    ]);
  });

  test('weights and scores', () => {
    const indicators = (weight: string, score: string) =>
      `项目.甲\n项目.甲.指标.数 分值 50 分 得分 50 分\n项目.甲.指标.质 分值 ${weight} 分 得分 ${score} 分`;
    expect(briefly(indicators('50', '50'))).toEqual([]);
    expect(briefly(indicators('40', '40'))).toEqual([]);
    expect(briefly(indicators('30', '30'))).toEqual(['P003 information 1:项目.甲']);
    expect(briefly(indicators('50', '51'))).toEqual(['P003 error 3:51']);
  });
});

describe('conditions of the language', () => {
  test('a sign: only carry-over and 其他收入 may be negative', () => {
    expect(briefly('收入.甲 -1\n收入.其他收入 -1\n支出.年末结转和结余 -1')).toEqual(['I1303 warning 1:-1']);
  });
});

describe('other reports', () => {
  test("上年 against last year's report", () => {
    const text = '收入.总计 9 上年 7.5';
    const report = reportOf(text);
    report.base.prior = reportOf('收入.总计 7.9', { year: 2022 }).base;
    expect(linesOf(report, text)).toEqual([
      'Y002 error 1:7.5 「收入总计·上年」7.50 万元 与 「收入总计（2022 年）」7.90 万元 应当一致，差 −0.40 万元。',
    ]);
  });

  test('units against the department', () => {
    const text = '收入.甲 9';
    const report = reportOf(text);
    report.base.units.push(reportOf('收入.甲 3').base, reportOf('收入.甲 5').base);
    expect(linesOf(report, text)).toEqual([
      'X026 warning 1:9 「甲」应为 8.00 万元（3.00 + 5.00），申报 9.00 万元，差 +1.00 万元，超出舍入误差 ±0.015。',
    ]);
  });
});

describe('acceptance with a reason', () => {
  const text = '支出.一般公共预算.2011101 10 基本 5 项目 4';
  const place = (line: number, character: number) => ({ line, character });

  function accepted(rule: string, lines: [number, number]): string[] {
    const report = reportOf(text);
    const range = { start: place(lines[0], 0), end: place(lines[1], 0) };
    report.suppressions.push({ rule, reason: '另有说明', scope: range, origin: { uri: report.uri, range } });
    return linesOf(report, text).map((line) => line.split(' ').slice(0, 2).join(' '));
  }

  test('the rule in its block is silent', () => {
    expect(accepted('I0601', [0, 1])).toEqual([]);
  });

  test('another rule or another block is not, and the acceptance is needless', () => {
    expect(accepted('I0602', [0, 1])).toEqual(['M002 warning', 'I0601 error']);
    expect(accepted('I0601', [1, 2])).toEqual(['I0601 error', 'M002 warning']);
  });

  test('of rules that are checked elsewhere nothing is known', () => {
    expect(accepted('Z001', [0, 1])).toEqual(['I0601 error']);
  });
});
