import { describe, expect, test } from 'vitest';
import { attributes } from '../src/vocabulary/attributes.js';
import {
  incomeSources,
  isCommonMeasure,
  isComparative,
  isRate,
  knownMeasure,
  measureNamed,
  measures,
  natures,
  unitOfMeasure,
} from '../src/vocabulary/measures.js';
import { type LineKind, wordsOf, wordsOffered } from '../src/vocabulary/offered.js';

const entries = [...measures, ...attributes];

describe('the table of measures', () => {
  test('has each name once, and each word once', () => {
    const names = measures.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const words = entries.flatMap(wordsOf);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('offers no two words at the same place of a list', () => {
    const places = entries.flatMap(({ name, offered = {} }) =>
      Object.entries(offered).map(([kind, rank]) => ({ name, place: `${kind} ${rank}` })),
    );
    const taken = places.filter(({ place }, index) => places.findIndex((one) => one.place === place) < index);
    expect(taken).toEqual([]);
  });

  test('offers only what can be written', () => {
    expect(entries.filter((entry) => entry.offered && wordsOf(entry).length === 0)).toEqual([]);
  });

  test('keeps measures of one role together, as the manual shows them', () => {
    const roles = measures.map(({ roles: [role] }) => role);
    const runs = roles.filter((role, index) => role !== roles[index - 1]);
    expect(runs).toEqual([...new Set(runs)]);
  });
});

test.each([
  ['预算', '年初预算'],
  ['调整后预算', '调整预算'],
  ['本年收入', '收入'],
  ['上年', '上年'],
  ['constructor', 'constructor'],
])('%s is %s', (word, measure) => expect(measureNamed(word)).toBe(measure));

test('columns stand as the tables have them', () => {
  expect(natures).toEqual(['基本', '项目', '上缴上级', '经营', '对附属单位补助']);
  expect(incomeSources).toEqual(['财政拨款', '上级补助', '事业', '经营', '附属上缴', '其他']);
});

test.each<[string, string | undefined]>([
  ['占比', '%'],
  ['编制', '人'],
  ['批次', '批次'],
  ['金额', '万元'],
  ['全年预算', '万元'],
  ['上年', undefined],
  ['数量', undefined],
  ['甲', undefined],
])('%s is in %s whatever its subject is', (measure, unit) =>
  expect(unitOfMeasure(measure, '万元')).toBe(unit),
);

test('what every subject may have, what is compared, what is computed', () => {
  const names = measures.map(({ name }) => name);
  expect(names.filter(isComparative)).toEqual(['上年', '年初预算', '调整预算', '全年预算']);
  expect(names.filter(isRate)).toEqual(['占比', '完成率', '增长率']);
  expect(names.filter((name) => !isCommonMeasure(name)).join(' ')).toBe(
    '编制 在职 离休 退休 团组 人数 批次 人次 次 数量 金额 执行 资金 目标 完成 分值 得分 自评得分',
  );
  expect([knownMeasure('调整后预算'), knownMeasure('次'), knownMeasure('甲')]).toEqual([
    '调整预算',
    '次',
    undefined,
  ]);
});

test.each<[LineKind, string]>([
  [
    'expenditure',
    '基本 项目 上年 预算 调整预算 上缴上级 经营 对附属单位补助 占比 完成率 增长率 年初结转 本年收入 年末结转 用途 原因 预算原因 说明',
  ],
  ['incomeBySubject', '财政拨款 上级补助 事业 经营 附属上缴 其他 上年 预算 调整预算 用途 原因 预算原因 说明'],
  ['economic', '上年 预算 调整预算 占比 完成率 增长率 用途 原因 预算原因 说明'],
  ['threePublic', '上年 预算 调整预算 团组 人数 批次 人次 金额 占比 完成率 增长率 用途 原因 预算原因 说明'],
  ['unit', '编制 在职 离休 退休 说明'],
  ['project', '科目 资金 全年预算 执行 自评得分 等级 预算 调整预算 上年 用途 说明'],
  ['indicator', '目标 完成 分值 得分 整改 说明'],
  ['carryOver', '年初 年末 用途 原因 预算原因 说明'],
  ['item', '上年 预算 调整预算 占比 完成率 增长率 年初 年末 编制 在职 数量 金额 用途 原因 预算原因 说明'],
])('behind the head of a line of %s: %s', (kind, words) =>
  expect(wordsOffered(kind, entries).join(' ')).toBe(words),
);
