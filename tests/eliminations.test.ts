import { factAt, resolveFact } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { read } from './composed-lines.js';
import { check, type Files, isWrong, loadText, saying } from './check.js';

/** What units pay to each other is counted twice in their sums, and taken out by 抵销. */

const upper = `单位决算 局机关 2024 {
  收入 { 一般公共预算财政拨款收入 100.00 其他收入 20.00 }
  支出 一般公共预算 { 2012601 行政运行 基本 100.00 }
  支出 其他资金 { 2012602 一般行政管理事务 对附属单位补助 20.00 }
}
`;
const lower = `单位决算 信息中心 2024 {
  收入 { 上级补助收入 20.00 事业收入 5.00 }
  支出 其他资金 { 2012650 事业运行 基本 25.00 }
}
`;
const units: Files = { '局机关.fiscal': upper, '信息中心.fiscal': lower };

function department(lines: string): string {
  return `部门决算 某局 2024 {\n引用 单位 "局机关.fiscal"\n引用 单位 "信息中心.fiscal"\n${lines}\n}\n`;
}

const both = `抵销 "局机关拨给信息中心的补助" {
  收入 { 上级补助收入 20.00 }
  支出 其他资金 { 2012602 一般行政管理事务 对附属单位补助 20.00 }
}`;

function values(lines: string, ...paths: string[]): (string | undefined)[] {
  const { base } = loadText(department(lines), units).reports[0]!;
  return paths.map((path) => {
    const fact = factAt(base, path);
    return fact && resolveFact(fact).value?.toFixed(2);
  });
}

function wrong(lines: string, files = units): string[] {
  return check(department(lines), files).filter(isWrong).map(saying);
}

const sums = [
  '收入.本年收入合计',
  '收入.上级补助收入',
  '支出.本年支出合计',
  '支出.全部.合计.对附属单位补助',
  '支出.其他资金.2012602',
  '支出.全部.201',
];

test.each(['一般公共预算', '政府性基金', '其他资金'])(
  'of what it does not name nothing is taken out, and all else is known: 支出 %s',
  (fund) => {
    const paid = (name: string, line: string) => `支出 ${name} { ${line} }`;
    const line = '2012602 一般行政管理事务 项目 20.00';
    const one = `单位决算 局机关 2024 {
  收入 { 一般公共预算财政拨款收入 100.00 政府性基金预算财政拨款收入 20.00 其他收入 20.00 年初结转和结余 0 }
  ${['一般公共预算', '政府性基金', '其他资金'].map((name) => paid(name, line)).join('\n  ')}
  支出 国有资本经营 未发生
  支出 { 年末结转和结余 0 }
}
`;
    const lines = `模板 四川
抵销 "往来" { 收入 { 上级补助收入 20.00 } ${paid(fund, line)} }`;
    const none = ['一般公共预算', '政府性基金', '国有资本经营'].map((name) => `支出 ${name} 未发生`);
    const two = lower.replace(
      '支出 其他资金',
      `${none.join('\n  ')}\n  支出 { 年末结转和结余 0 }\n  支出 其他资金`,
    );
    const files = { '局机关.fiscal': one, '信息中心.fiscal': two };
    const { lines: printed } = read(department(lines), files);
    expect(printed.join('\n')).toContain('2024年度本年支出合计65万元');
  },
);

describe('what was paid between units last year', () => {
  const before = (text: string) =>
    text.replace(/(上级补助收入|其他收入|对附属单位补助) 20.00/g, '$1 20.00 上年 10.00');
  const files = Object.fromEntries(Object.entries(units).map(([name, text]) => [name, before(text)]));
  const told = (lines: string, others = files) =>
    check(department(lines), others)
      .filter(({ rule }) => rule === 'X033')
      .map(({ origin }) => origin.range.start.line);

  test('is in last year’s sums twice, and is told where this year’s is taken out', () => {
    expect(told(both)).toEqual([4]);
    expect(told(before(both))).toEqual([]);
    expect(told(both.replace('20.00', '20.00 上年 0'))).toEqual([]);
    expect(told(both, units)).toEqual([]);
  });

  test('is of no account where the department says itself what there was', () => {
    expect(told(`收入 { 总计 上年 100.00 }\n${both}`)).toEqual([]);
  });
});

test('the sums of units count it twice, and say so', () => {
  expect(values('', ...sums)).toEqual(['145.00', '20.00', '145.00', '20.00', '20.00', '145.00']);
  expect(wrong('')).toEqual([
    'X033 所属单位里既有上级补助收入（信息中心 20.00），又有对附属单位补助支出（局机关 20.00）：钱在部门内部，合计里两边都算了。请写「抵销」把它减去；确实不是部门内部往来的，用「忽略 X033」写明。',
  ]);
  expect(wrong('忽略 X033 "补助来自部门以外的单位"')).toEqual([]);
});

test('what is eliminated is in no sum, line or total', () => {
  expect(values(both, ...sums)).toEqual(['125.00', '0.00', '125.00', '0.00', '0.00', '125.00']);
  expect(wrong(both)).toEqual([]);
});

describe('what the department states itself is held against the sum without it', () => {
  test('and agrees', () => {
    expect(wrong(`${both}\n收入 { 总计 125.00 }`)).toEqual([]);
  });

  test('or not', () => {
    expect(wrong(`${both}\n收入 { 总计 145.00 }`).map((words) => words.slice(0, 5))).toEqual(['I0103']);
    const [stated] = wrong(`${both}\n收入 { 上级补助收入 20.00 }`);
    expect(stated).toContain('X026');
  });
});

describe('an elimination', () => {
  test('takes the same from both sides', () => {
    expect(wrong('抵销 "补助" { 收入 { 上级补助收入 20.00 } }')).toContain(
      'X034 抵销的收入 20.00 万元 与支出 0.00 万元 不相等：同一笔钱，一边收，一边付，两边都要减。',
    );
  });

  test('gives its reason', () => {
    expect(wrong(both.replace(' "局机关拨给信息中心的补助"', ''))).toEqual([
      'X034 「抵销」后面请写明是什么往来：抵销 "某单位拨给某单位的补助" { … }。',
    ]);
  });

  test('is of no use without units, and nothing else is said of it', () => {
    const found = check(`部门决算 某局 2024 {\n${both.replace('20.00', '5.00')}\n}\n`);
    expect(found.filter(isWrong).map(saying)).toEqual([
      'X034 这份报告没有引用单位，「抵销」减不了什么：合计由「引用 单位」汇总时才用得着。',
    ]);
  });

  test('may be of any flow between units', () => {
    const files = { ...units, '信息中心.fiscal': lower.replace('上级补助收入 20.00', '经营收入 20.00') };
    const flow = both.replace('上级补助收入', '经营收入');
    const { base } = loadText(department(flow), files).reports[0]!;
    expect(resolveFact(factAt(base, '收入.总计')!).value?.toFixed(2)).toBe('125.00');
    expect(wrong(flow, files)).toEqual([]);
  });
});

test('several eliminations are taken off together, each with its reason', () => {
  const half = both.replaceAll('20.00', '10.00');
  expect(values(`${half}\n${half}`, ...sums)).toEqual(values(both, ...sums));
  expect(wrong(`${half}\n${half}`)).toEqual([]);
});

test('what is left open is not held against the other side', () => {
  const open = both.replace('上级补助收入 20.00', '上级补助收入 未填');
  expect(wrong(open).filter((words) => words.startsWith('X034'))).toEqual([]);
});

test('what one unit receives from outside and pays outside is no flow between units', () => {
  const alone = upper.replace('其他收入 20.00', '上级补助收入 20.00');
  const other = lower.replace('上级补助收入 20.00 事业收入 5.00', '事业收入 25.00');
  expect(wrong('', { '局机关.fiscal': alone, '信息中心.fiscal': other })).toEqual([]);
});

test('one unit alone pays to nobody inside', () => {
  const lines = '部门决算 某局 2024 {\n引用 单位 "局机关.fiscal"\n}\n';
  expect(check(lines, units).filter(isWrong)).toEqual([]);
});

/** The units tell their incomes 按科目 as well, and the 抵销 does not. */
describe('the lines of 收入 按科目', () => {
  const told = (lines: string): Files => ({
    ...units,
    '信息中心.fiscal': lower.replace('支出', `收入 按科目 {\n${lines}\n}\n支出`),
  });
  const columns = ['上级补助', '决算'].flatMap((measure) =>
    ['2012650', '20126', '合计'].map((line) => `收入.按科目.${line}.${measure}`),
  );
  const valuesOf = (files: Files, lines: string) => {
    const { base } = loadText(department(lines), files).reports[0]!;
    return columns.map((path) => resolveFact(factAt(base, path)!).value?.toFixed(2));
  };

  test.each([
    ['2012650 事业运行 上级补助 20.00 事业 5.00', ['0.00', '0.00', '0.00', '5.00', '5.00', '5.00']],
    [
      '2012650 事业运行 上级补助 15.00 事业 5.00\n2012699 其他档案事务支出 上级补助 5.00',
      ['0.00', '0.00', '0.00', '5.00', '5.00', '5.00'],
    ],
  ])('come to what the sums come to: %s', (lines, expected) => {
    expect(wrong(both, told(lines))).toEqual([]);
    expect(valuesOf(told(lines), both)).toEqual(expected);
  });

  test('are asked for where several may be meant', () => {
    const received = lower.replace('上级补助收入 20.00', '上级补助收入 25.00');
    const lines = '2012650 事业运行 上级补助 20.00 事业 5.00\n2012699 其他档案事务支出 上级补助 5.00';
    const files = {
      ...units,
      '信息中心.fiscal': received
        .replace('支出', `收入 按科目 {\n${lines}\n}\n支出`)
        .replace('基本 25.00', '基本 30.00'),
    };
    expect(wrong(both, files)).toEqual([
      'X034 抵销的上级补助收入 20.00 是收入决算表哪一行的，不清楚（2012650 事业运行 20.00、2012699 其他档案事务支出 5.00）：请在「抵销」里再写上 收入 按科目 { 科目 上级补助 20.00 }。',
    ]);
    const placed = both.replace('支出', '收入 按科目 { 2012650 事业运行 上级补助 20.00 }\n支出');
    expect(wrong(placed, files)).toEqual([]);
    expect(valuesOf(files, placed)).toEqual(['0.00', '5.00', '5.00', '5.00', '10.00', '10.00']);
  });
});
