import {
  createScope,
  evaluate,
  type Expression,
  type FactBase,
  mayBeSaidOf,
  measures,
  type SchemaItem,
  unitOfMeasure,
} from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { facts, findings, loadText, report } from './read.js';

const moneyUnit = '万元';

/** Measures that a path may name: of 经营 the nature and the source are one. */
const names = measures.filter(({ readBy }) => readBy === undefined).map(({ name }) => name);

interface Item {
  path: string[];
  unit: string;
}

/** Blocks with a syntax of their own, of which no figure is told. */
const keywordBlocks = new Set(['单位', '项目', '名词解释', '三公经费', '支出']);

/** Everything that the standard 结构 knows a figure of; a block of lines is no item. */
const items: Item[] = [...itemsOf(baseOf('').schema, [])];

function* itemsOf(schema: SchemaItem, path: string[]): Generator<Item> {
  for (const [name, item] of schema.children) {
    const own = [...path, name];
    if (!item.text && !item.coded && !keywordBlocks.has(name))
      yield { path: own, unit: item.unit ?? moneyUnit };
    yield* itemsOf(item, own);
  }
}

function baseOf(text: string): FactBase {
  return loadText(report(text)).reports[0]!.base;
}

/** What is said of a block that is no item itself is said of its total. */
const wholes = new Map([
  ['财政拨款收支', '总计'],
  ['结转结余', '合计'],
  ['人员', '合计'],
]);

function pathOfFigure({ path }: Item): string {
  const whole = path.length === 1 ? wholes.get(path[0]!) : undefined;
  return [...path, ...(whole ? [whole] : [])].join('.');
}

/** 支出 一般公共预算 { "合计" 3 }: the item as an author writes it, in the block that it belongs to. */
function written([block = '', ...names]: readonly string[], said: string): string {
  const opens = ['收入', '支出', '基本支出', '项目支出'].includes(block) && names.length > 1;
  const head =
    opens && names[0] !== '人员经费' && names[0] !== '公用经费' ? `${block} ${names.shift()!}` : block;
  return names.length === 0
    ? `${head} ${said}`
    : `${head} {\n${names.map((name) => `"${name}"`).join(' {\n')} ${said}\n${'}\n'.repeat(names.length)}`;
}

/** The unit that a formula finds a figure in, by the text of a hole: 收入.总计.上年. */
function unitIn(base: FactBase, hole: readonly string[]): string {
  const origin = base.origin;
  const path: Expression = { kind: 'path', segments: hole.map((name) => ({ name, origin })), origin };
  const value = evaluate(
    { kind: 'filter', operand: path, name: '单位', nameOrigin: origin, arguments: [], origin },
    createScope(base, () => undefined),
  );
  return value.kind === 'text'
    ? value.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
    : value.kind;
}

/** 基本支出.财政拨款 only adds up: there the word is a measure. */
const writable = items.filter(({ path }) => path[1] !== '财政拨款');

/** A measure that nothing there could have has no unit either. */
const namesOf = ({ path }: Item) => names.filter((name) => mayBeSaidOf(path, undefined, name));

const ofMeasures = (base: FactBase, item: Item) =>
  namesOf(item).map((name) => `${name} ${unitIn(base, [...item.path, name])}`);

describe('a figure is in the unit of its measure, else in that of its item', () => {
  const expected = (item: Item) =>
    namesOf(item).map((name) => `${name} ${unitOfMeasure(name, moneyUnit) ?? item.unit}`);

  test.each(items)('$path, of which the report does not speak', (item) => {
    expect(ofMeasures(baseOf(''), item)).toEqual(expected(item));
  });

  test.each(writable)('$path, which is written', (item) => {
    const text = written(item.path, '3');
    expect(findings(report(text)), text).toEqual([]);
    expect(facts(report(text))).toEqual([`${pathOfFigure(item)} = 3 ${item.unit}`]);
    expect(ofMeasures(baseOf(text), item)).toEqual(expected(item));
  });

  test.each(writable)('$path, of which something else is written', (item) => {
    const text = written(item.path, '占比 3 预算 4 原因 "甲"');
    expect(findings(report(text)), text).toEqual([]);
    expect(facts(report(text))).toContain(`${pathOfFigure(item)}.年初预算 = 4 ${item.unit}`);
    expect(ofMeasures(baseOf(text), item)).toEqual(expected(item));
  });
});

test('an item that no 结构 knows is counted as its own figure is', () => {
  expect(facts(report('绩效 { 现场评价 4 个 上年 3 金额 2 占比 5 }'))).toEqual([
    '绩效.现场评价 = 4 个',
    '绩效.现场评价.上年 = 3 个',
    '绩效.现场评价.金额 = 2 万元',
    '绩效.现场评价.占比 = 5 %',
  ]);
});

describe('where a figure has to be money, a count alone is told', () => {
  test.each([
    ['机关运行经费 12 人', '2:8-2:12', '机关运行经费', '12 人'],
    ['收入 { 事业收入 3 人 }', '2:11-2:14', '事业收入', '3 人'],
    ['支出 一般公共预算 { 2012601 行政运行 3 人 }', '2:26-2:29', '2012601 行政运行', '3 人'],
    ['基本支出 { 30201 办公费 8 次 }', '2:18-2:21', '30201 办公费', '8 次'],
    ['三公经费 5 次 { 公务接待费 1 }', '2:6-2:9', '三公经费合计', '5 次'],
    ['绩效 { 部门整体 92.5 分 }', '2:11-2:17', '部门整体', '92.5 分'],
  ])('%s', (items, place, name, figure) => {
    expect(findings(report(items))).toEqual([
      `${place} Z018 「${name}」这里要写金额，写的是「${figure}」：金额不写单位，或者写货币单位；确实是数量的，写在金额后面，或者写明是什么（例如 编制、人次、得分）。`,
    ]);
  });

  test.each([
    '机关运行经费 12.40 万元',
    '机关运行经费 12.40  3 人',
    '机关运行经费 未填  3 人',
    '三公经费 { 公务接待费 { 国内 21 批次 137 人次 } }',
    '三公经费 { 公务接待费 1 { 国内 2.65 21 批次 137 人次 { "省厅来访" 5 次 0.65  "外地来访" 4 次 } } }',
    '国有资产 { 车辆 2 辆 { 其他用车 1 辆 } 设备 3 台（套） }',
    '人员 { 机关 编制 5  在职 4  合计 编制 5 }',
    '人员 12 人 { 合计 12 人 }',
    '内设机构 7 个',
    '绩效 { 事前评估 2 个  平均得分 95.5 分 }',
    '单位 甲 事业 在职 3',
    '项目 甲 { 执行 3 指标 产出 数量 乙 目标 ≥ 8 次 完成 27 次 }',
  ])('%s is in order', (items) => expect(findings(report(items))).toEqual([]));
});
