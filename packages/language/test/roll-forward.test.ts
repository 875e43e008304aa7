import { examineReports, messageOf } from '@fiscal/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText, nextName, reportKinds, rollForward, skeleton, skeletonTemplates } from '../src/index.js';
import { blanksIn, withBlanks } from './blanks.js';
import { examples } from './examples.js';
import { facts, findings, loadText } from './read.js';

/** What a report's items say a year later, without its braces and their indentation. */
function rolled(items: string): string {
  const { text } = rollForward(`部门决算 某局 2023 {\n${items}\n}\n`, 2024);
  expect(text).toMatch(/^部门决算 某局 2024 \{\n/);
  expect(findings(text)).toEqual([]);
  expect(formatText(text)).toBe(text);
  const lines = text.split('\n').slice(1, -2);
  return words(lines.map((line) => line.slice(2)).join('\n'));
}

/** A text without the columns that its words stand in. */
function words(text: string): string {
  return text.replace(/(?<=\S) {2,}/g, ' ');
}

/** One line inside the braces of 支出 一般公共预算. */
function rolledLine(line: string): string {
  return rolled(`支出 一般公共预算 {\n${line}\n}`).split('\n')[1]!.trim();
}

describe('the old 决算 becomes 上年', () => {
  test.each([
    ['机关运行经费 12.40', '机关运行经费 未填 上年 12.40'],
    ['机关运行经费 １，２３４．５', '机关运行经费 未填 上年 1,234.5'],
    ['机关运行经费 -5000 元', '机关运行经费 未填 上年 -5000 元'],
    ['机关运行经费 12.40 上年 11.90', '机关运行经费 未填 上年 12.40'],
    ['机关运行经费 12.40上年 11.90', '机关运行经费 未填 上年 12.40'],
    ['机关运行经费 12.40预算 13.00', '机关运行经费 未填 预算 未填 上年 12.40'],
    ['机关运行经费 决算 120 上年 110', '机关运行经费 决算 未填 上年 120'],
    ['机关运行经费 决算 120 预算 130', '机关运行经费 决算 未填 预算 未填 上年 120'],
    ['机关运行经费 未发生 上年 5', '机关运行经费 未填 上年 未发生'],
    ['机关运行经费 不适用', '机关运行经费 未填 上年 不适用'],
    ['机关运行经费 未填 上年 5', '机关运行经费 未填 上年 未填'],
    ['机关运行经费 上年 5', '机关运行经费 上年 未填'],
    [
      '机关运行经费 12 预算 13 用途 "差旅" { 上年 11 }',
      '机关运行经费 未填 预算 未填 用途 "差旅" { 上年 12 }',
    ],
  ])('%s', (old, expected) => {
    expect(rolled(old)).toBe(expected);
  });

  test('inside the braces it is written once', () => {
    expect(rolled('政府采购 30 { 上年 20 货物 30 }')).toBe('政府采购 未填 { 上年 30 货物 未填 上年 30 }');
    expect(rolledLine('2012601 行政运行 基本 86 { 上年 83 用途 "x" }')).toBe(
      '2012601 行政运行 基本 未填 { 上年 86 用途 "x" }',
    );
  });

  test('parts are added up, exactly, in the unit of the report', () => {
    expect(rolledLine('2012601 行政运行 基本 5.00 项目 3.00')).toBe(
      '2012601 行政运行 基本 未填 项目 未填 上年 8.00',
    );
    expect(rolledLine('2012601 行政运行 基本 5 项目 -3')).toBe('2012601 行政运行 基本 未填 项目 未填 上年 2');
    expect(rolled('货币单位 元\n支出 一般公共预算 {\n2012601 行政运行 基本 1000 项目 0.5 万元\n}')).toContain(
      '基本 未填 项目 未填 上年 6000\n',
    );
    expect(rolledLine('2012601 行政运行 基本 5 项目 未填')).toBe(
      '2012601 行政运行 基本 未填 项目 未填 上年 未填',
    );
  });

  test('sources of income are no natures', () => {
    expect(rolled('收入 按科目 {\n2012601 行政运行 财政拨款 5.00 经营 3.00\n}')).toContain(
      '2012601 行政运行 财政拨款 未填 经营 未填 上年 8.00\n',
    );
  });

  test('a total that only gave 上年 gets what its parts add up to', () => {
    const lines = '2012601 行政运行 基本 5.5\n2012604 档案馆 项目 3';
    expect(rolled(`支出 一般公共预算 {\n${lines}\n合计 上年 7 原因 "x"\n}`)).toContain(
      '合计 上年 8.5 // 上年：原因 "x"',
    );
    // What the units have is in other files.
    expect(rolled(`引用 单位 "甲.fiscal"\n支出 一般公共预算 {\n${lines}\n合计 上年 7\n}`)).toContain(
      '合计 上年 未填',
    );
  });

  test('a line that is only named stays so', () => {
    expect(rolled('基本支出 {\n30101 基本工资\n30102 津贴补贴 80\n}')).toBe(
      '基本支出 {\n  30101 基本工资\n  30102 津贴补贴 未填 上年 80\n}',
    );
  });
});

describe('counts', () => {
  test('stand behind the money, in whatever order they were', () => {
    const item = (figures: string) => `三公经费 {\n公务接待费 {\n国内 ${figures}\n}\n}`;
    for (const figures of ['6 批次 0.35 42 人次', '0.35 6 批次 42 人次'])
      expect(rolled(item(figures))).toContain('国内 未填 批次 未填 人次 未填 上年 0.35');
    expect(rolled(item('未发生 批次 0 人次 0'))).toContain('国内 未填 批次 未填 人次 未填 上年 未发生');
  });

  test('whose unit is declared keep it; others say it', () => {
    expect(rolled('绩效 {\n绩效目标 4 个\n}')).toContain('绩效目标 未填 上年 4 个');
    expect(rolled('绩效 {\n现场评价 4 个\n}')).toContain('现场评价 未填 // 上年：4 个（填写时带单位）');
    expect(rolled('三公经费 {\n公务接待费 {\n国内 0.15 {\n"来访" 2 次 0.15\n}\n}\n}')).toContain(
      '"来访" 未填 上年 0.15 // 上年：2 次',
    );
  });

  test('of a 结构 in the file', () => {
    const text =
      '结构 民生支出 { 惠及人数 计量 人 }\n部门决算 某局 2023 {\n民生支出 { 惠及人数 1200 人 }\n}\n';
    expect(words(rollForward(text, 2024).text)).toContain('惠及人数 未填 上年 1200 人');
  });
});

test('what follows from other figures is left out', () => {
  expect(rolledLine('2012601 行政运行 基本 75 占比 75% 完成率 100% 预算 75')).toBe(
    '2012601 行政运行 基本 未填 预算 未填 上年 75',
  );
  expect(
    rolled('支出 一般公共预算 {\n2012601 行政运行 基本 75\n201 一般公共服务支出 占比 9%\n}'),
  ).not.toMatch(/占比/);
});

describe('opening balances are the old closing ones', () => {
  test('of funds and of lines', () => {
    expect(rolled('结转结余 {\n非财政拨款 年初 3.00 年末 3.20\n一般公共预算财政拨款 年末 1\n}')).toBe(
      '结转结余 {\n  非财政拨款 年初 3.20 年末 未填\n  一般公共预算财政拨款 年初 1 年末 未填\n}',
    );
    expect(rolled('结转结余 {\n非财政拨款 年初 3.00\n}')).toContain('年初 未填');
    expect(
      rolled(
        '支出 政府性基金 {\n2296003 用于体育事业的彩票公益金支出 年初结转 2 本年收入 10 项目 9 年末结转 3\n}',
      ),
    ).toContain('年初结转 3 本年收入 未填 项目 未填 年末结转 未填 上年 9');
  });

  test('of the whole', () => {
    const income = '收入 {\n年初结转和结余 5.00\n}';
    expect(rolled(`${income}\n支出 {\n年末结转和结余 6.20\n}`)).toContain('年初结转和结余 6.20 上年 5.00');
    expect(rolled(income)).toContain('年初结转和结余 未填 上年 5.00');
  });
});

describe('projects', () => {
  test('targets and scores to be had stay, results are open', () => {
    expect(
      rolled(
        '项目 甲 {\n科目 2012604\n资金 市级 30\n全年预算 50 执行 48\n自评得分 96 等级 优\n' +
          '指标 产出 数量 活动 目标 ≥ 8 次 完成 27 次 分值 40 得分 40\n' +
          '指标 效益 社会 等候 目标 "短" 完成 "较短" 分值 30 得分 26 { 整改 "增设窗口" }\n}',
      ),
    ).toBe(`项目 甲 {
  科目 2012604
  资金 市级 未填
  全年预算 未填 执行 未填
  自评得分 未填
  指标 产出 数量 活动 目标 ≥ 8 次 完成 未填 分值 40 得分 未填
  指标 效益 社会 等候 目标 "短" 完成 未填 分值 30 得分 未填 { } // 上年：整改 "增设窗口"
}`);
  });

  test('staff is counted anew, posts stay', () => {
    expect(rolled('单位 局机关 行政 编制 20 在职 19')).toBe('单位 局机关 行政 编制 20 在职 未填');
  });
});

describe('texts', () => {
  test('reasons of the old year are kept as comments, uses stay', () => {
    expect(rolled('机关运行经费 12 原因 "a" 用途 "b" 预算原因 "c" // 说明')).toBe(
      '机关运行经费 未填 上年 12 用途 "b" // 说明 // 上年：原因 "a"；预算原因 "c"',
    );
    expect(rolled('机关运行经费 12 {\n  原因 """\n    一\n\n    二\n    """\n}')).toBe(
      '机关运行经费 未填 上年 12 {\n  // 上年：原因 """\n  // 一\n  //\n  // 二\n  // """\n}',
    );
  });

  test('an item that only gave a reason would say 未填', () => {
    expect(rolled('财政拨款收支 {\n总计 原因 "a"\n}')).toBe('财政拨款收支 {\n  // 上年：总计 原因 "a"\n}');
  });

  test('texts and comments stay', () => {
    const items = '// 一\n职责 """\n  负责【年度】年档案。\n  """\n机构设置 "三个科室" /* 二 */';
    expect(rolled(items)).toBe(items);
  });

  test('what was published, referred to and accepted was so in the old year', () => {
    expect(
      rolled(
        '简称 甲\n公开时间 2024-09-18\n模板 四川\n引用 上年 "2022.fiscal"\n引用 单位 "乙.fiscal"\n忽略 I1303 "退回"',
      ),
    ).toBe('简称 甲\n模板 四川\n// 上年：引用 单位 "乙.fiscal"\n// 上年：忽略 I1303 "退回"');
  });
});

test('a name that lost its figure does not take the quoted name behind it for its text', () => {
  const { text } = rollForward('部门决算 某局 2023 {\n  国内 "" { "" 1e9 "丙 丁" 1 }\n}\n', 2024);
  expect(rollForward(text, 2025).findings).toEqual([]);
  expect(text).toMatch(/"" +未填 +"丙 丁" +未填 +上年 1/);
});

test('a file with a syntax error: the error is told, what can be read is rolled', () => {
  const { text, findings: found } = rollForward(
    '部门决算 某局 2023 {\n机关运行经费 12\n政府采购 上年\n}\n',
    2024,
  );
  expect(found.map(({ rule }) => rule)).toEqual(['Z001']);
  expect(words(text)).toContain('机关运行经费 未填 上年 12');
});

/** 收入.总计 = 3650.36 万元, of blocks whose figures without a measure are last year's figures next year. */
const finalAccounts =
  /^((?:收入|三公经费|政府采购|机关运行经费)(?:\.(?!按科目|上年|年初预算|团组|人数|批次|人次|次|金额|占比|增长率|完成率|\d)[^.]+)*) = ([^未]*)$/;

describe.each(examples)('$name', ({ text: source }) => {
  const next = rollForward(source, 2030);

  test('needs no formatting and brings no complaint of its own', () => {
    expect(formatText(next.text)).toBe(next.text);
    const own = new Set(complaints(source).map(({ rule }) => rule));
    const found = complaints(next.text).filter(({ rule }) => !own.has(rule));
    expect(found.map(messageOf)).toEqual([]);
  });

  test('every stated 决算 is 上年 now', () => {
    const later = facts(next.text);
    // A change follows from both years.
    for (const [, path, figure] of facts(source).flatMap((fact) => [finalAccounts.exec(fact) ?? []]))
      if (path && !path.endsWith('.增减额')) expect(later).toContain(`${path}.上年 = ${figure}`);
  });

  test('whatever its blanks', () => {
    fc.assert(
      fc.property(blanksIn(source), (blanks) => {
        expect(rollForward(withBlanks(source, blanks), 2030).text).toBe(next.text);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

test('a new file is in the canonical layout and says nothing wrong', () => {
  for (const name of ['示例市档案局', '12345 热线']) {
    for (const kind of reportKinds)
      for (const template of skeletonTemplates) {
        const text = skeleton({ name, year: 2024, kind, template });
        expect(formatText(text)).toBe(text);
        expect(complaints(text)).toEqual([]);
        expect(complaints(rollForward(text, 2025).text)).toEqual([]);
      }
  }
});

test('the file of another year is called after that year', () => {
  expect(nextName('某局-2023', 2024)).toBe('某局-2024');
  expect(nextName('2023某局决算', 2024)).toBe('2024某局决算');
  expect(nextName('某局', 2024)).toBe('某局-2024');
  expect(nextName('某局20230101', 2024)).toBe('某局20230101-2024');
});

function complaints(text: string) {
  const { findings: all } = examineReports(loadText(text));
  return all.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

describe('texts that tell of the year', () => {
  test('are set aside like reasons; what stands for more than a year stays', () => {
    expect(rolled('绩效 {\n部门整体 {\n综述 "达到预期"\n绩效目标 "保障运行"\n}\n}')).toBe(
      '绩效 {\n  部门整体 {\n    // 上年：综述 "达到预期"\n    绩效目标 "保障运行"\n  }\n}',
    );
    expect(rolled('项目 甲 {\n执行 5\n评价 """\n得分【项目.甲.自评得分】。\n\n很好。\n"""\n}')).toBe(
      '项目 甲 {\n  执行 未填\n  // 上年：评价 """\n  // 得分【项目.甲.自评得分】。\n  //\n  // 很好。\n  // """\n}',
    );
    for (const text of ['职责 "保管档案"', '机构设置 "内设两个科室"']) expect(rolled(text)).toBe(text);
  });

  test('say in the year after that which year they were of', () => {
    const old =
      '部门决算 某局 2023 {\n  机关运行经费  12  上年  11  原因 "甲"\n  职责 """\n    // 上年：乙\n    """\n}\n';
    const { text } = rollForward(rollForward(old, 2024).text, 2025);
    expect(words(text)).toContain('机关运行经费 未填 上年 未填 // 2023年：原因 "甲"');
    expect(text).toContain('    // 上年：乙');
  });
});
