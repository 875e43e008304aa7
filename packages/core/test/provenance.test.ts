import { describe, expect, test } from 'vitest';
import {
  addendsOf,
  createScope,
  evaluate,
  expressionText,
  factsOf,
  type FigureValue,
  type Scope,
} from '../src/index.js';
import { expressionFrom } from './expression-from.js';
import { sampleReport } from './sample-report.js';

const schema = `
  收入: 总计=收入总计 事业收入 其他收入
  项目`;

const many = Array.from({ length: 10_000 }, (_, index) => `项目.第${index}个 执行 ${index}.00`);
const { base } = sampleReport(['收入.总计 12 上年 10', '收入.事业收入 未填', ...many].join('\n'), schema);

function figure(source: string, scope: Scope = createScope(base, () => {})): FigureValue {
  const value = evaluate(expressionFrom(source), scope);
  if (value.kind !== 'figure') throw new Error(`${source} is no figure`);
  return value;
}

/** `12 = 收入.总计 - 收入.总计.上年 ← 收入.总计, 收入.总计.上年` */
function told(source: string): string {
  const { state, value, expression, ...rest } = figure(source);
  const by = expression ? ` = ${expressionText(expression)}` : '';
  return `${value?.toFixed(2) ?? state}${by} ← ${factsOf(rest)
    .map(({ key }) => key)
    .join(', ')}`;
}

describe('a figure that was computed knows by what and from what', () => {
  test.each([
    ['收入.总计.决算', '12.00 ← 收入.总计'],
    ['收入.总计 - 收入.总计.上年', '2.00 = 收入.总计 - 收入.总计.上年 ← 收入.总计, 收入.总计.上年'],
    [
      '(收入.总计 - 收入.总计.上年) / 收入.总计',
      '0.17 = （收入.总计 - 收入.总计.上年） / 收入.总计 ← 收入.总计, 收入.总计.上年',
    ],
    ['收入.总计 | 增长率', '20.00 = 收入.总计 | 增长率 ← 收入.总计, 收入.总计.上年'],
    ['收入.总计 | 差额 | 小数 0', '2.00 = 收入.总计 | 差额 ← 收入.总计, 收入.总计.上年'],
    ['-收入.总计.决算 | 绝对值', '12.00 = −收入.总计.决算 | 绝对值 ← 收入.总计'],
    ['收入.总计 * 2 + 1', '25.00 = 收入.总计 * 2 + 1 ← 收入.总计'],
    ['收入.事业收入 + 收入.总计', 'unfilled = 收入.事业收入 + 收入.总计 ← 收入.事业收入, 收入.总计'],
    ['收入.其他收入 + 收入.总计', '12.00 ← 收入.总计'],
    ['收入.其他收入 + 收入.其他收入', 'absent ← '],
  ])('%s', (source, expected) => expect(told(source)).toBe(expected));

  test.each(['5', '年度', '年度 - 1', '项目 | 个数'])('%s rests on no fact, and says so', (source) => {
    const { facts, ...rest } = figure(source);
    expect(facts).toBeDefined();
    expect(factsOf({ facts: facts!, ...rest })).toEqual([]);
  });
});

describe('a sum of many', () => {
  test('has all that it adds up', () => {
    expect(factsOf(figure('项目 | 求和 执行'))).toHaveLength(10_000);
  });

  test('is one list, however often it is asked for and whatever is computed with it', () => {
    const scope = createScope(base, () => {});
    const list = figure('项目 | 求和 执行', scope).facts;
    expect(figure('项目 | 求和 执行', scope).facts).toBe(list);
    for (const share of ['收入.总计 | 占比 (项目 | 求和 执行)', '收入.总计 / (项目 | 求和 执行)']) {
      const { between } = figure(share, scope).facts as { between: readonly unknown[] };
      expect(between[1] === list).toBe(true);
    }
  });
});

test('all but one of what a figure adds and subtracts tell that one; of a share nothing does', () => {
  const scope = createScope(base, () => {});
  const keys = (source: string) => addendsOf(figure(source, scope)).map(({ key }) => key);
  expect(keys('收入.总计 - 收入.总计.上年')).toEqual(['收入.总计', '收入.总计.上年']);
  expect(keys('收入.总计 / 10000')).toEqual(['收入.总计']);
  expect(keys('收入.总计 | 占比 收入.总计.上年')).toEqual([]);
  expect(keys('收入.总计 + 收入.总计 / 收入.总计.上年')).toEqual([]);
});

test.each([
  '（甲 | 求和 执行） + 乙',
  '（甲 + 乙） * 丙',
  '（甲 + 乙） | 千分位',
  '甲 | 求和 执行 > 乙',
  '（甲 > 乙） + 1',
  '甲 | 占比 （乙 | 求和 执行）',
])('%s reads as it is written', (source) => {
  const plain = source.replaceAll('（', '(').replaceAll('）', ')');
  expect(expressionText(expressionFrom(plain))).toBe(source);
});
