import { listFacts } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText } from './check.js';
import { read } from './composed-lines.js';

/** A department of two units, and what is printed of it. */
function printed(template: string, units: readonly string[], items = ''): string {
  const { text, files } = department(template, units, items);
  return read(text, files).lines.join('\n');
}

function department(template: string, units: readonly string[], items: string) {
  const names = units.map((_, index) => `${index}.fiscal`);
  const references = names.map((name) => `引用 单位 "${name}"`).join('\n');
  return {
    text: `部门决算 某局 2024 {\n模板 ${template}\n${references}\n${items}\n}`,
    files: Object.fromEntries(
      units.map((unit, index) => [names[index]!, `单位决算 单位${index} 2024 {\n${unit}\n}`]),
    ),
  };
}

describe('上海: how a department changed', () => {
  const running = '机关运行经费支出[^。]*。';
  test.each([
    ['', ['货币单位 元 机关运行经费 123456 上年 100000', '机关运行经费 10 上年 12'], '增加0.35万元'],
    [
      '',
      ['货币单位 元 机关运行经费 123456 上年 100000', '货币单位 元 机关运行经费 100000 上年 120000'],
      '增加0.35万元',
    ],
    ['货币单位 元', ['机关运行经费 10 上年 9', '机关运行经费 10 上年 9'], '增加20000元'],
    ['', ['机关运行经费 10 { 增减额 1 }', '机关运行经费 10 { 增减额 -3 }'], '减少2万元'],
    ['', ['机关运行经费 10 { 增减额 1 }', '机关运行经费 10 上年 13'], '减少2万元'],
  ])('%s %j', (items, units, change) => {
    expect(new RegExp(running).exec(printed('上海', units, items))![0]).toContain(change);
  });

  test('what is eliminated is no change', () => {
    const units = [
      `收入 { 一般公共预算财政拨款收入 100 其他收入 20 总计 120 上年 100 }
       支出 一般公共预算 { 2012601 行政运行 基本 100 } 支出 其他资金 { 2012604 档案馆 对附属单位补助 20 }`,
      `收入 { 一般公共预算财政拨款收入 50 上级补助收入 20 总计 70 上年 60 }
       支出 一般公共预算 { 2012601 行政运行 基本 50 } 支出 其他资金 { 2012604 档案馆 项目 20 }`,
    ];
    const items =
      '抵销 "补助" { 收入 { 上级补助收入 20 } 支出 其他资金 { 2012604 档案馆 对附属单位补助 20 } }';
    expect(printed('上海', units, items)).toContain('收入支出总计增加10万元，增长6.25%');
  });
});

describe.each(['四川', '上海', '重庆'])('%s: an amount that is not split', (template) => {
  const income = '收入 { 一般公共预算财政拨款收入 20 年初结转和结余 0 }';
  const open = /基本支出未填万元[^。]*项目支出未填万元/;
  const split = '支出 一般公共预算 { 2012601 行政运行 基本 10 }';
  const unsplit = '支出 一般公共预算 { 2012604 档案馆 10 }';

  test('may be for projects', () => {
    const both = '支出 一般公共预算 { 2012601 行政运行 基本 10 2012604 档案馆 10 }';
    const { lines } = read(`部门决算 某局 2024 {\n模板 ${template}\n${income}\n${both}\n}`);
    expect(lines.join('\n')).toMatch(open);
    expect(lines.join('\n')).not.toContain('没有一般公共预算财政拨款项目支出');
  });

  test('may be in a unit as well', () => {
    const lines = printed(template, [
      `${income.replace('20', '10')}\n${split}`,
      `${income.replace('20', '10')}\n${unsplit}`,
    ]);
    expect(lines).toMatch(open);
  });
});

test.each([
  ['国有资产 { 车辆 { 其他用车 2 辆 } }', '国有资产 未发生', ['D016']],
  ['国有资产 { 车辆 { 其他用车 2 辆 } }', '国有资产 不适用', ['D016']],
  ['机关运行经费 0', '机关运行经费 不适用', []],
  ['机关运行经费 5', '机关运行经费 不适用', ['D016']],
  ['三公经费 { 公务接待费 2 { 国内 2 批次 3 人次 9 } }', '三公经费 不适用', ['D016']],
  ['机关运行经费 未填', '机关运行经费 未发生', []],
])('a unit that has %s beside %s', (unit, denied, told) => {
  const { text, files } = department('上海', [unit, ''], denied);
  expect(
    check(text, files)
      .filter(isWrong)
      .map(({ rule }) => rule),
  ).toEqual(told);
});

test('a rate of what is printed as nothing is that of the figures', () => {
  const text = '部门决算 某局 2024 {\n模板 四川\n机关运行经费 0.008 上年 0.004\n}';
  expect(read(text).lines.join('\n')).toContain('增加0.01万元，增长100%');
});

test.each([
  ['事前评估 0 个 绩效目标 2 个', '组织对修库项目、搬家项目等2个项目编制了绩效目标'],
  ['事前评估 1 个 绩效目标 2 个', '组织对1个项目开展了预算事前绩效评估，对2个项目编制了绩效目标'],
  [
    '事前评估 2 个 绩效目标 2 个',
    '组织对修库项目、搬家项目等2个项目开展了预算事前绩效评估，对2个项目编制了绩效目标',
  ],
  ['事前评估 3 个 绩效目标 2 个', '组织对3个项目开展了预算事前绩效评估，对2个项目编制了绩效目标'],
  ['绩效目标 1 个', '组织对1个项目编制了绩效目标'],
])('四川: projects are named where they are meant: %s', (counts, said) => {
  const text = `部门决算 某局 2024 {\n模板 四川\n绩效 { ${counts} }
    项目 修库 { 科目 2012604 全年预算 120 执行 100 }\n项目 搬家 { 科目 2012604 全年预算 60 执行 50 }\n}`;
  expect(read(text).lines.join('\n')).toContain(said);
  expect(check(text).some(({ rule }) => rule === 'P012')).toBe(counts.startsWith('事前评估 3'));
});

describe('what a department says itself reaches the totals above it', () => {
  const unit = (line: string) =>
    `收入 { 一般公共预算财政拨款收入 10.01 年初结转和结余 0 } 支出 一般公共预算 { ${line} }`;
  const units = [unit('2012601 行政运行 基本 10.01'), unit('2012604 档案馆 项目 10.01')];
  const factsOf = (items: string) => {
    const { text, files } = department('四川', units, items);
    return new Map(listFacts(loadText(text, files).reports[0]!.base).map((fact) => [fact.path, fact.value]));
  };
  const above = ['支出.一般公共预算.合计', '支出.本年支出合计', '支出.总计', '财政拨款收支.总计'];

  test.each([
    ['收入 { 一般公共预算财政拨款收入 20.03 } 支出 一般公共预算 { 合计 20.03 }', '20.03'],
    ['收入 { 一般公共预算财政拨款收入 21.01 } 支出 一般公共预算 { 2012604 档案馆 项目 11.00 }', '21.01'],
    ['收入 { 一般公共预算财政拨款收入 23.02 } 支出 一般公共预算 { 2210201 住房公积金 基本 3.00 }', '23.02'],
    ['', '20.02'],
  ])('%s', (items, whole) => {
    const facts = factsOf(items);
    expect(above.map((path) => facts.get(path))).toEqual(above.map(() => whole));
  });
});

describe('D018: a unit that had none this year, and does not say of the year before', () => {
  const received = '三公经费 { 公务接待费 2 预算 3 上年 4 }';
  const told = (units: string[], items = '') => {
    const { text, files } = department('四川', units, items);
    const findings = check(text, files).filter(({ rule }) => rule === 'D018');
    return findings.map(({ data }) => data.kind === 'message' && data.parameters.units);
  };

  test.each([
    [['机关运行经费 10 上年 12', '机关运行经费 未发生'], '', ['单位1的「机关运行经费」（上年）']],
    [['机关运行经费 10 上年 12', '机关运行经费 0'], '', ['单位1的「机关运行经费」（上年）']],
    [[received, '三公经费 { 公务接待费 0 }'], '', ['单位1的「三公经费」（上年、年初预算）']],
    [[received, '三公经费 { 公务接待费 0 上年 1 }'], '', ['单位1的「三公经费」（年初预算）']],
    [
      [received, '三公经费 未发生', '三公经费 0 上年 0'],
      '',
      ['单位1的「三公经费」（上年、年初预算）；单位2的「三公经费」（年初预算）'],
    ],
    [['机关运行经费 10 上年 12', '机关运行经费 未发生 上年 0'], '', []],
    [['机关运行经费 10 上年 12', '机关运行经费 未发生'], '机关运行经费 上年 12', []],
    [['机关运行经费 10 上年 12', '机关运行经费 不适用'], '', []],
    [['机关运行经费 10', '机关运行经费 未发生'], '', []],
    [['机关运行经费 10 上年 12', '机关运行经费 5'], '', []],
    [['机关运行经费 10 上年 12', ''], '', []],
  ])('%j %s', (units, items, expected) => {
    expect(told(units, items)).toEqual(expected);
  });

  test('is of no account where the department’s own report of last year tells it', () => {
    const { text, files } = department(
      '四川',
      ['机关运行经费 10 上年 12', '机关运行经费 未发生'],
      '引用 上年 "上年.fiscal"',
    );
    const before = { ...files, '上年.fiscal': '部门决算 某局 2023 {\n机关运行经费 15\n}' };
    expect(check(text, before).filter(({ rule }) => rule === 'D018')).toEqual([]);
  });
});
