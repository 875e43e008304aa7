import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../src/index.js';
import { reparse } from '../src/reparse/reparse.js';
import { dump, elementOf } from './dump.js';
import { examples } from './examples.js';
import { report } from './read.js';

/** The tree of a text that was typed over another; it must be what parsing gives. */
function typedOver(before: string, after: string) {
  const made = reparse(parse(before), after);
  if (made) expect(dump(made)).toEqual(dump(parse(after)));
  return made;
}

const block = report('单位 "甲" 事业 { 机关运行经费 12.30 }\n  // 说明\n  职责 "收入【收入.总计】万元。"');

describe('typing inside a line changes the tree in place, to what parsing would give', () => {
  test.each([
    ['a digit', '12.30', '12.305'],
    ['a name in quotes', '"甲"', '"甲乙"'],
    ['a name', '机关运行经费', '机关运行费'],
    ['a text before a hole', '收入【', '本年收入【'],
    ['a path', '收入.总计', '支出.总计'],
    ['a comment', '// 说明', '// 又说明'],
    ['blanks and line breaks', ' 12.30', '\n\n  12.30'],
    ['punctuation, which says nothing', '事业 {', '事业， {'],
  ])('%s', (_, from, to) => {
    expect(block).toContain(from);
    expect(typedOver(block, block.replace(from, to))).toBeDefined();
  });

  test('one of several names', () => {
    const before = report('项目 甲 { 指标 产出 数量 活动 目标 ≥ 8 次 }');
    const made = typedOver(before, before.replace('数量', '质量'));
    expect(JSON.stringify(elementOf(made!.value))).toContain('["产出","质量","活动"]');
  });
});

describe('where the tokens are others, parsing is left to the parser, and the tree is as it was', () => {
  test.each([
    ['a new word', '事业 {', '事业 { 简称 '],
    ['a new comment', '事业 {', '事业 { // 注\n'],
    ['a comment that is none any more', '// 说明', ''],
    ['a word that became a keyword', '机关运行经费 12', '项目 12'],
    ['a text that does not end', '万元。"', '万元。'],
  ])('%s', (_, from, to) => {
    const result = parse(block);
    const before = dump(result);
    expect(block).toContain(from);
    expect(reparse(result, block.replace(from, to))).toBeUndefined();
    expect(dump(result)).toEqual(before);
  });

  test('a brace that is missing now, and was mended', () => {
    const before =
      '部门决算 某局 2023 {支出 一般公共预算 {2012601 行政运行 {基本 20}}基本支出 {30101 基本工资 50}}';
    const after =
      '部门决算 某局 2023 {\n  支出 一般公共预算 {2012601 行政运行 {基本 20\n  基本支出 {30101 基本工资 50';
    expect(parse(after).parserErrors).toEqual([]);
    expect(typedOver(before, after)).toBeUndefined();
  });

  test('a brace that was missing before, and mended, stands at the end now', () => {
    const before = '部门决算 某局 2023 {\n  支出 政府性基金 {合计 0}';
    const after = '部门决算 某局 2023 {支出 政府性基金 {合计 0\n   }';
    expect(parse(before).parserErrors).toEqual([]);
    expect(typedOver(before, after)).toBeUndefined();
  });

  test('also after a text that could not be read', () => {
    const broken = block.replace('12.30 }', '12.30');
    expect(parse(broken).parserErrors).not.toEqual([]);
    expect(reparse(parse(broken), broken)).toBeUndefined();
  });
});

/** What a hand types, mostly into words. */
const keys = fc.constantFrom(
  '',
  '7',
  '．',
  '.',
  '项',
  '基本',
  ' ',
  '\n',
  '，',
  '"',
  '】',
  '{',
  '//',
  '-',
  '万元',
);

test.each(examples)('$name: whatever is typed anywhere, one key after the other', ({ text }) => {
  let inPlace = 0;
  const hand = fc.array(fc.tuple(fc.nat(), fc.nat(2), keys), { minLength: 4, maxLength: 4 });
  const type = (strokes: [number, number, string][]) => {
    let [now, result] = [text, parse(text)];
    for (const [place, length, key] of strokes) {
      const at = place % text.length;
      now = now.slice(0, at) + key + now.slice(at + length);
      const made = reparse(result, now);
      if (made) inPlace++;
      result = made ?? parse(now);
    }
    expect(dump(result)).toEqual(dump(parse(now)));
  };
  fc.assert(fc.property(hand, type), { numRuns: 12, seed: 1 });
  expect(inPlace).toBeGreaterThan(0);
});
