import { examineReports } from '@fiscal/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Files, loadFiles, loadText, nameOf, saying } from './check.js';

/** Rule, file and line of what is told, and of what is accepted, when these files of a folder are checked. */
function examined(files: Files, checked = Object.keys(files)): { told: string[]; accepted: string[] } {
  const { findings, accepted } = examineReports(loadFiles(files, checked));
  const briefly = ({ rule, origin }: (typeof findings)[number]) =>
    `${rule} ${nameOf(origin.uri)}:${origin.range.start.line + 1}`;
  return {
    told: findings.filter(({ severity }) => severity !== 'hint').map(briefly),
    accepted: accepted.map(({ finding, by }) => `${briefly(finding)} ${by.reason}`),
  };
}

/**
 * Last year's report and this year's, which differ in one figure: the total of last year's report contradicts this
 * year's line, or that of this year's report supports it.
 */
function years(supports: 'last' | 'this', acceptance = '忽略 Y002 "决算批复调整，财预〔2024〕5号"'): Files {
  const total = supports === 'this' ? '合计 30.00 上年 21.00' : '合计 30.00 上年 20.00';
  return {
    '2023.fiscal': `部门决算 某局 2023 {
  支出 一般公共预算 {
    2012601 行政运行 基本 10.00
    2210201 住房公积金 基本 10.00
    ${supports === 'this' ? '' : '合计 20.00'}
  }
}`,
    '2024.fiscal': `部门决算 某局 2024 {
  引用 上年 "2023.fiscal"
  支出 一般公共预算 {
    2012601 行政运行 基本 15.00 上年 11.00
    2210201 住房公积金 基本 15.00 上年 10.00
    ${total}
    ${acceptance}
  }
}`,
  };
}

describe('an acceptance works whichever file is blamed', () => {
  test.each(['last', 'this'] as const)('%s year is supported by other figures', (supports) => {
    for (const checked of [['2024.fiscal'], ['2023.fiscal', '2024.fiscal'], ['2024.fiscal', '2023.fiscal']]) {
      const { told, accepted } = examined(years(supports), checked);
      expect({ checked, told }).toEqual({ checked, told: [] });
      expect(accepted.length).toBeGreaterThan(0);
      for (const one of accepted) expect(one).toMatch(/^Y002 .* 决算批复调整，财预〔2024〕5号$/);
    }
  });

  test('without it the difference is told in one file or the other', () => {
    for (const supports of ['last', 'this'] as const) {
      const { told, accepted } = examined(years(supports, ''));
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/^Y002/);
      expect(accepted).toEqual([]);
    }
  });

  test('in the line itself it reaches the total, which differs for the same cause', () => {
    const files = years('this', '');
    const text = files['2024.fiscal']!.replace('上年 11.00', '上年 11.00 { 忽略 Y002 "批复调整" }');
    const last = files['2023.fiscal']!.replace(/\n {4}\n/, '\n    合计 20.00\n');
    for (const before of [files['2023.fiscal']!, last])
      expect(examined({ '2023.fiscal': before, '2024.fiscal': text }).told).toEqual([]);
  });

  test('what is told in last year’s file is that file', () => {
    expect(examined(years('this', '')).told[0]).toContain('2023.fiscal');
  });

  test('an acceptance of another rule, or in a block that has no part in it, accepts nothing', () => {
    expect(examined(years('this', '忽略 Y001 "年初调整"')).told).toEqual([
      'Y002 2023.fiscal:3',
      'M002 2024.fiscal:7',
    ]);
    const files = years('this', '');
    const elsewhere = files['2024.fiscal']!.replace(/}\s*$/, '  收入 { 事业收入 1.00 忽略 Y002 "无关" }\n}');
    expect(examined({ ...files, '2024.fiscal': elsewhere }).told).toEqual([
      'Y002 2023.fiscal:3',
      'M002 2024.fiscal:9',
    ]);
  });

  const carried: Files = {
    '2023.fiscal': `部门决算 某局 2023 {
  收入 { 事业收入 10.00 年初结转和结余 0 总计 10.00 }
  支出 { 年末结转和结余 4.00 }
}`,
    '2024.fiscal': `部门决算 某局 2024 {
  引用 上年 "2023.fiscal"
  收入 { 事业收入 10.00 年初结转和结余 5.00 总计 15.00 }
  忽略 Y001 "审计调整"
}`,
  };
  test('balances that were carried over', () => {
    expect(examined(carried).told).toEqual([]);
    expect(examined(carried).accepted).toHaveLength(1);
  });

  const units: Files = {
    '局机关.fiscal': '单位决算 局机关 2024 {\n  机关运行经费 10.00\n}',
    '信息中心.fiscal': '单位决算 信息中心 2024 {\n  机关运行经费 5.00\n}',
    '某局.fiscal': `部门决算 某局 2024 {
  单位 局机关 行政
  单位 信息中心 事业
  引用 单位 "局机关.fiscal"
  引用 单位 "信息中心.fiscal"
  机关运行经费 14.00 { 忽略 X026 "内部往来抵销" }
}`,
  };
  test('a department and its units', () => {
    expect(examined(units)).toEqual({ told: [], accepted: ['X026 某局.fiscal:6 内部往来抵销'] });
  });

  test('a changed severity reaches as far', () => {
    const files = years('this', '');
    const changed = files['2024.fiscal']!.replace('{', '{ 规则 Y002 级别 不查 "上年口径不同"');
    const { told, accepted } = examined({ ...files, '2024.fiscal': changed });
    expect({ told, accepted }).toEqual({ told: [], accepted: ['Y002 2023.fiscal:3 上年口径不同'] });
  });
});

describe('whatever the figures are', () => {
  const amount = fc.constantFrom('9.00', '10.00', '11.00', '20.00', '21.00', '未填', '');
  const line = fc.record({ before: amount, now: amount, last: amount });
  const written = (word: string, figure: string) => (figure === '' ? '' : ` ${word} ${figure}`);

  test('an acceptance in the report that refers leaves nothing of its rule, in no file, and is not called needless', () => {
    const property = fc.property(line, line, line, line, (a, b, total, carried) => {
      const before = (fact: { before: string }) => written('基本', fact.before);
      const now = (fact: typeof a) => `${written('基本', fact.now)}${written('上年', fact.last)}`;
      const files = {
        '2023.fiscal': `部门决算 某局 2023 {
  支出 一般公共预算 { 2012601 行政运行${before(a)} 2210201 住房公积金${before(b)} 合计${written('', total.before)} }
  支出 { 年末结转和结余 ${carried.before || '0'} }
}`,
        '2024.fiscal': `部门决算 某局 2024 {
  引用 上年 "2023.fiscal"
  支出 一般公共预算 { 2012601 行政运行${now(a)} 2210201 住房公积金${now(b)} 合计${written('', total.now)}${written('上年', total.last)} }
  收入 { 年初结转和结余 ${carried.now || '0'} }
}`,
      };
      const rules = new Set(examined(files).told.map((one) => one.split(' ')[0]!));
      for (const rule of ['Y001', 'Y002'].filter((one) => rules.has(one))) {
        const text = files['2024.fiscal'].replace(/}$/, `  忽略 ${rule} "批复调整"\n}`);
        for (const checked of [['2024.fiscal'], ['2023.fiscal', '2024.fiscal']]) {
          const { told } = examined({ ...files, '2024.fiscal': text }, checked);
          expect(told.filter((one) => one.startsWith(rule) || one.startsWith('M002'))).toEqual([]);
        }
      }
    });
    fc.assert(property, { numRuns: 80, seed: 14 });
  });
});

describe('an acceptance is needless only where its rule was checked, and held', () => {
  const fund = (lines: string, more = '') =>
    `部门决算 某局 2023 {\n  支出 一般公共预算 {\n${lines}\n    忽略 I0602 "批复口径"\n  }\n${more}}`;
  const needless = (files: Files, checked?: string[]) =>
    examined(files, checked).told.filter((one) => one.startsWith('M002')).length > 0;

  test('the sum is right', () => {
    expect(needless({ 'a.fiscal': fund('    2012601 行政运行 基本 3.00\n    合计 3.00') })).toBe(true);
  });

  test.each([
    [
      'a part was left open',
      '    2012601 行政运行 基本 未填\n    2210201 住房公积金 基本 1.00\n    合计 3.00',
    ],
    ['the total was left open', '    2012601 行政运行 基本 3.00\n    合计 未填'],
    ['both were left open', '    2012601 行政运行 基本 未填\n    合计 未填'],
    ['a line cannot be read', '    2012601 行政运行 基本 3.00 上年\n    合计 3.00'],
  ])('not where %s', (_, lines) => {
    expect(needless({ 'a.fiscal': fund(lines) })).toBe(false);
  });

  test('what is left open elsewhere does not matter', () => {
    const text = fund('    2012601 行政运行 基本 3.00\n    合计 3.00', '  机关运行经费 未填\n');
    expect(needless({ 'a.fiscal': text })).toBe(true);
  });

  test('not where it fails, and that is told as the fault of another figure', () => {
    const text = `部门决算 某局 2023 {
  支出 一般公共预算 {
    2012601 行政运行 基本 3.00 项目 1.00
    2210201 住房公积金 基本 1.00
    合计 6.00 基本 4.00 项目 1.00
    忽略 I0602 "批复口径"
  }
}`;
    const { told } = examined({ 'a.fiscal': text });
    expect(told).toEqual(['I0601 a.fiscal:5']);
  });

  test('a figure that was left open may be negative when it is known', () => {
    const text = '部门决算 某局 2023 { 收入 { 上级补助收入 未填 忽略 I1303 "退回多拨的补助" } }';
    expect(needless({ 'a.fiscal': text })).toBe(false);
  });

  test('a rate of figures that were left open', () => {
    const text = '部门决算 某局 2023 { 机关运行经费 未填 上年 3.00 增长率 12% { 忽略 R005 "口径不同" } }';
    expect(needless({ 'a.fiscal': text })).toBe(false);
  });

  test('a rule with a condition that nobody can tell yet', () => {
    const rule =
      '规则 甲01 "有车有运行费" 当 三公经费.公务用车运行维护费 > 0 { 三公经费.公务用车购置费 > 1 }';
    const text = (amount: string) =>
      `部门决算 某局 2023 {\n  ${rule}\n  三公经费 { 公务用车运行维护费 ${amount} 公务用车购置费 0 }\n  忽略 甲01 "借用"\n}`;
    expect(needless({ 'a.fiscal': text('未填') })).toBe(false);
    expect(examined({ 'a.fiscal': text('0') }).told).toEqual(['M002 a.fiscal:4']);
  });

  const reference = (year: string) =>
    `部门决算 某局 2024 {\n  引用 上年 "2023.fiscal"\n  机关运行经费 3.00 上年 ${year} { 忽略 Y002 "口径调整" }\n}`;
  const last = '部门决算 某局 2023 { 机关运行经费 2.00 }';

  test('last year’s report says the same', () => {
    expect(needless({ '2023.fiscal': last, '2024.fiscal': reference('2.00') }, ['2024.fiscal'])).toBe(true);
  });

  test.each([
    ['is missing', undefined],
    ['cannot be read', '部门决算 某局 2023 { 机关运行经费 }'],
    ['holds no report', ''],
    ['is of another year', '部门决算 某局 2020 { 机关运行经费 2.00 }'],
    ['has the figure left open', '部门决算 某局 2023 { 机关运行经费 未填 }'],
  ])('not while last year’s report %s', (_, text) => {
    const files = { ...(text !== undefined && { '2023.fiscal': text }), '2024.fiscal': reference('2.00') };
    expect(needless(files, ['2024.fiscal'])).toBe(false);
  });

  test('not while a unit’s report is missing', () => {
    const text = `部门决算 某局 2024 {
  单位 局机关 行政
  引用 单位 "局机关.fiscal"
  机关运行经费 3.00 { 忽略 X026 "内部往来抵销" }
}`;
    const unit = '单位决算 局机关 2024 { 机关运行经费 3.00 }';
    expect(needless({ '某局.fiscal': text }, ['某局.fiscal'])).toBe(false);
    expect(needless({ '某局.fiscal': text, '局机关.fiscal': unit }, ['某局.fiscal'])).toBe(true);
  });

  test('a rule of a file that is missing is not called unknown', () => {
    const text =
      '部门决算 某局 2024 { 引用 规则 "局规则.fiscal" 机关运行经费 3.00 { 忽略 局01 "另有批复" } }';
    expect(examined({ 'a.fiscal': text }).told).toEqual(['Z014 a.fiscal:1']);
    expect(examined({ 'a.fiscal': text.replace(/引用 规则 "\S+" /, '') }).told).toEqual(['M004 a.fiscal:1']);
  });
});

test.each(['写明原因', ' 原因。', '待补充', 'XX', '……', '写明理由', '增加（减少）'])(
  '%s is no reason',
  (reason) => {
    const text = `部门决算 某局 2023 { 收入 { 上级补助收入 -1.20 忽略 I1303 "${reason}" } }`;
    const { findings, accepted } = examineReports(loadText(text));
    expect(findings.map(saying)).toEqual(['M001 忽略 I1303 必须写明原因：忽略 I1303 "原因"。']);
    expect(accepted).toHaveLength(1);
  },
);

test('of two reports in one file each accepts, and says in its texts, what is its own', () => {
  const report = (name: string, acceptance: string) => `部门决算 ${name} 2023 {
  收入 { 事业收入 1.00 总计 9.00 }
  职责 "收入总计【收入.总计】万元，收支总计9.00万元。"
  小数 2 ${acceptance}
}`;
  const accepting = '忽略 I0103 "按批复口径列示"';
  expect(examined({ '甲.fiscal': `${report('甲局', accepting)}\n${report('乙局', '')}` })).toMatchObject({
    told: ['I0103 甲.fiscal:7'],
    accepted: ['I0103 甲.fiscal:2 按批复口径列示'],
  });
  expect(examined({ '甲.fiscal': `${report('甲局', '')}\n${report('乙局', accepting)}` })).toMatchObject({
    told: ['I0103 甲.fiscal:2'],
    accepted: ['I0103 甲.fiscal:7 按批复口径列示'],
  });
});

test('what was accepted of a paragraph that is too long to be looked into is not called needless', () => {
  const text = `部门决算 某局 2023 {
  职责 "${'长'.repeat(10_001)}"
  忽略 T001 "按批复口径列示"
}`;
  expect(examined({ '甲.fiscal': text }).told).toEqual([]);
});
