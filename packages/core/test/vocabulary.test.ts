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
import { wordsOf, wordsOffered } from '../src/vocabulary/offered.js';

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

test.each([
  ['决算', isCommonMeasure, true],
  ['年末结转', isCommonMeasure, true],
  ['编制', isCommonMeasure, false],
  ['执行', isCommonMeasure, false],
  ['全年预算', isComparative, true],
  ['决算', isComparative, false],
  ['完成率', isRate, true],
  ['完成', isRate, false],
] as const)('%s: %o is %s', (measure, is, expected) => expect(is(measure)).toBe(expected));

test.each([
  ['调整后预算', '调整预算'],
  ['次', '次'],
  ['甲', undefined],
])('the language knows %s as %s', (name, measure) => expect(knownMeasure(name)).toBe(measure));

test('words are offered by rank, in their usual spelling, and only where they stand', () => {
  const table = [
    { name: '甲', offered: { unit: 2, item: 1 } },
    { name: '乙', words: ['丙', '乙'], offered: { unit: 1 } },
    { name: '丁', words: [], offered: { unit: 3 } },
    { name: '戊' },
  ];
  expect(wordsOffered('unit', table)).toEqual(['丙', '甲']);
  expect(wordsOffered('item', table)).toEqual(['甲']);
  expect(wordsOffered('project', table)).toEqual([]);
});
