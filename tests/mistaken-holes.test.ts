import { describe, expect, test } from 'vitest';
import { check, saying } from './check.js';

/** Sentences in which a hole that prints nothing leaves something behind. */
const sentences = [
  '收入【】，【】，支出另说。',
  '包括【】、【】、其他。',
  '共【】。。。',
  '其中（【】）、“【】”。',
  '增加【】万元，增长【】，主要是人员增加。',
  '甲 3.00 万元，乙【】万元，合计 8.00 万元。',
  '支出 10.00 万元，占【】万元的 50%。',
  '2024年【】2024年【】。',
];

const mistakes = [
  '民生 | 求和 上上年',
  '收入.总计 | 换算 亿美元',
  '收入.总计 | 小数 很多',
  '不知道',
  '收入.总计 | 没有的',
  '职责',
];

const ofHoles = new Set(['Z011', 'Z012', 'Z019', 'Z020', 'Z021']);

describe('a mistaken hole is all that is told', () => {
  test.each(sentences)('%s', (sentence) => {
    for (const mistake of mistakes) {
      const text = sentence.replaceAll('【】', `【${mistake}】`);
      const source = `部门决算 某局 2024 {\n  职责 "${text}"\n  收入 { 总计 120 }\n}\n`;
      const found = check(source);
      const others = found.filter(({ rule }) => !ofHoles.has(rule));
      expect(found.length - others.length, text).toBeGreaterThan(0);
      // What was written beside the holes is as wrong without them.
      const known = new Set(check(source.replaceAll(`【${mistake}】`, '若干')).map(({ rule }) => rule));
      expect(others.filter(({ rule }) => !known.has(rule)).map(saying), text).toEqual([]);
    }
  });
});
