import { listFacts } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { loadText } from './check.js';
import { read } from './composed-lines.js';

describe('of parts of which nothing is said, though what they come to is stated, nothing is made up', () => {
  test.each([
    [
      '四川',
      '政府采购 30.00',
      '政府采购支出总额30万元，其中：政府采购货物支出未填万元、政府采购工程支出未填万元',
    ],
    ['四川', '国有资产 { 车辆 3 辆 }', '共有车辆3辆，其中：主要领导干部用车未填辆、机要通信用车未填辆'],
    [
      '四川',
      '三公经费 3.15',
      '因公出国（境）费支出决算未填万元，占未填；公务用车购置及运行维护费支出决算未填万元',
    ],
    ['四川', '三公经费 { 公务用车购置及运行维护费 2.00 }', '其中：公务用车购置支出未填万元。'],
    ['四川', '收入 { 本年收入合计 100 }', '一般公共预算财政拨款收入未填万元，占未填'],
    [
      '四川',
      '三公经费 { 公务接待费 0.30 }',
      '国内公务接待支出未填万元。国内公务接待未填批次，未填人次（不包括陪同人员）',
    ],
    ['四川', '三公经费 { 公务接待费 0.30 }', '外事接待支出未填万元，外事接待未填批次，未填人次'],
    ['四川', '三公经费 { 因公出国（境）费 2.00 }', '全年安排因公出国（境）团组未填次，出国（境）未填人'],
    ['四川', '三公经费 { 公务用车购置费 20.00 }', '购置公务用车未填辆，其中：轿车未填辆、金额未填万元'],
    [
      '四川',
      '三公经费 { 公务用车运行维护费 5.00 }',
      '共有公务用车未填辆，其中：轿车未填辆、越野车未填辆、载客汽车未填辆',
    ],
    [
      '四川',
      '三公经费 {\n公务接待费 3.00 年初预算 4.00 调整预算 4.00\n公务用车运行维护费 1.00 年初预算 1.00 调整预算 2.00\n}',
      '“三公”经费财政拨款支出决算为4万元，完成预算未填。',
    ],
    [
      '四川',
      '三公经费 { 公务用车运行维护费 5.00 公务用车保有量 2 辆 }',
      '共有公务用车2辆，其中：轿车未填辆、越野车未填辆、载客汽车未填辆',
    ],
    ['四川', '基本支出 86.40', '人员经费未填万元'],
    ['四川', '政府采购 { 中小企业 15 }', '政府采购支出总额未填万元'],
    [
      '重庆',
      '三公经费 { 公务接待费 0.30 }',
      '国内公务接待未填批次未填人，其中：国内外事接待未填批次，未填人；国（境）外公务接待未填批次，未填人',
    ],
    ...[
      ['四川', '新增单价50万元以上通用设备未填台（套），单价100万元以上专用设备（不含车辆）未填台（套）'],
      ['上海', '单价100万元（含）以上设备（不含车辆）未填台（套）'],
      ['重庆', '单价100万元（含）以上设备（不含车辆）未填台（套）'],
    ].map(([template, said]) => [template, '国有资产 { 设备 3 台 }', said]),
    [
      '四川',
      '三公经费 { 公务用车购置费 40.00 { 轿车 1 辆 越野车 1 辆 金额 20.00 } }',
      '购置公务用车2辆，其中：轿车1辆、金额未填万元，越野车1辆、金额20万元，载客汽车0辆、金额0万元。',
    ],
    [
      '上海',
      '三公经费 { 公务接待费 0.30 }',
      '国内公务接待支出0.3万元（含外宾接待支出未填万元）。公务接待未填批次、未填人次，其中：接待外宾未填批次、未填人次。',
    ],
    [
      '上海',
      '三公经费 { 公务接待费 0.30 3 批次 20 人次 }',
      '国内公务接待支出0.3万元（含外宾接待支出未填万元）。公务接待3批次、20人次，其中：接待外宾未填批次、未填人次。',
    ],
    [
      '上海',
      '三公经费 { 公务接待费 0.30 { 国内 0.30 3 批次 20 人次 } }',
      '国内公务接待支出0.3万元（含外宾接待支出0万元）。公务接待3批次、20人次，其中：接待外宾0批次、0人次。',
    ],
    ['上海', '绩效 { 绩效目标 4 个 发现问题 3 个 }', '共发现问题3个，已经完成整改的未填个，正在整改的未填个'],
  ])('%s: %s', (template, written, said) => {
    expect(said && composed(template, written)).toContain(said);
  });

  test.each([
    [
      '四川',
      '支出 一般公共预算 { 2012601 行政运行 上年 80 }',
      '本年支出合计未填万元，其中：基本支出未填万元',
    ],
    ['上海', '支出 一般公共预算 { 2012601 行政运行 预算 86.40 }', '年初预算为86.40万元，支出决算为未填万元'],
    ['四川', '三公经费 { 公务接待费 上年 0.50 }', '公务接待费支出未填万元，完成预算未填'],
    ['重庆', '三公经费 { 公务接待费 上年 0.50 }', '公务接待费未填万元'],
    ['四川', '收入 { 一般公共预算财政拨款收入 上年 118 }', '一般公共预算财政拨款收入未填万元'],
    ['四川', '项目 甲 { 指标 产出 数量 档案 目标 ≥ 5 件 }', '注：全年预算未填万元，执行未填万元，执行率未填'],
  ])('last year, or what was planned, is not what it came to: %s: %s', (template, written, said) => {
    expect(composed(template, written)).toContain(said);
  });

  test.each([
    ['四川', '政府采购 30.00 { 货物 30.00 }', '政府采购货物支出30万元、政府采购工程支出0万元'],
    ['四川', '政府采购 0', '政府采购货物支出0万元、政府采购工程支出0万元'],
    [
      '四川',
      '三公经费 { 公务接待费 0.30 { 国内 0.30 2 批次 9 人次 } }',
      '外事接待支出0万元，外事接待0批次，0人次',
    ],
    ['四川', '国有资产 { 车辆 0 辆 }', '共有车辆0辆，其中：主要领导干部用车0辆'],
    [
      '四川',
      '三公经费 { 公务用车运行维护费 5.00 公务用车保有量 2 辆 { 轿车 2 辆 } }',
      '共有公务用车2辆，其中：轿车2辆、越野车0辆、载客汽车0辆',
    ],
    ['四川', '三公经费 0', '因公出国（境）费支出决算0万元'],
    ['上海', '绩效 { 绩效目标 4 个 发现问题 0 个 }', '共发现问题0个，已经完成整改的0个，正在整改的0个'],
  ])(
    'a whole of nothing, or one part that is written, says what the others are: %s: %s',
    (template, written, said) => {
      expect(composed(template, written)).toContain(said);
    },
  );
});

test.each(['【往来.子】，【往来.母】', '【往来.母】，【往来.子】'])(
  'what rests on each other is the same in whatever order it is printed: %s',
  (text) => {
    const rules = `结构 往来 { 引 子 母 }
      规则 本局01 "子不大于母" { 往来.子 ≤ 往来.母 }
      规则 本局02 "有引应有子" 当 往来.引 > 0 { 往来.子 ≥ 1 }
      模板 甲 { 部分 "一" { 段 "有${text}。" } }`;
    const { lines } = read(`${rules}\n部门决算 甲局 2023 { 模板 甲\n往来 { 引 3.00 }\n}`);
    expect(lines.join('\n')).toContain('有未填，未填。');
  },
);

test('nothing is computed from such parts', () => {
  const { base } = loadText('部门决算 甲局 2023 { 收入 { 总计 100 } }').reports[0]!;
  expect(listFacts(base).map(({ path, state }) => `${path} ${state}`)).toEqual([
    '收入.总计 stated',
    '支出.总计 derived',
  ]);
});

test('what a structure of one’s own counts alike is a part of what it stands in', () => {
  const own = '结构 民生支出 { 教育 文化 { 书屋 计量 个 } }';
  const said = (items: string) =>
    read(`${own}
模板 甲 { 部分 "一" { 段 "教育【民生支出.教育】，文化【民生支出.文化】，书屋【民生支出.文化.书屋】。" } }
部门决算 甲局 2023 { 模板 甲
${items}
}`).lines.join('\n');
  expect(said('民生支出 300.00')).toContain('教育未填，文化未填，书屋未填。');
  expect(said('民生支出 300.00 { 教育 200.00 }')).toContain('教育200，文化0，书屋0。');
  expect(said('民生支出 0')).toContain('教育0，文化0，书屋0。');
});

/** Its lines say what a block comes to, in each column, whatever else is said of the total. */
test('a total of which only last year is said', () => {
  const template =
    '模板 本省 { 令 全部 = 支出.一般公共预算.合计 段 "基本【全部.基本】，项目【全部.项目】，经营【全部.经营】。" }';
  const { lines } = read(
    `${template}\n部门决算 甲局 2023 { 模板 本省 支出 一般公共预算 { 2012601 行政运行 基本 118  合计 上年 110 } }`,
  );
  expect(lines).toEqual(['基本118，项目0，经营0。']);
});

/** A source of income is the line's own figure: what it was last year beside it leaves none of the others open. */
test.each(['四川', '上海', '重庆'])(
  '%s: a line of 收入 按科目 may say what there was last year',
  (template) => {
    const income = '收入 { 一般公共预算财政拨款收入 40.00 上年 50.00 年初结转和结余 0 }';
    const lines = (line: string) => composed(template, `${income}\n收入 按科目 { 2012604 档案馆 ${line} }`);
    expect(lines('财政拨款 40.00 上年 50.00')).toBe(lines('财政拨款 40.00'));
  },
);

function composed(template: string, written: string): string {
  return read(`部门决算 甲局 2023 { 模板 ${template}\n${written}\n}`).lines.join('\n');
}
