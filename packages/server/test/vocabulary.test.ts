import { expect, test } from 'vitest';
import { readingOf } from '../src/vocabulary/pinyin.js';

test.each([
  ['行政运行', 'xingzhengyunxing', 'xzyx'],
  ['会议费', 'huiyifei', 'hyf'],
  ['差旅费', 'chailvfei', 'clf'],
  ['债务还本支出', 'zhaiwuhuanbenzhichu', 'zwhbzc'],
  ['自然灾害灾后重建补助', 'ziranzaihaizaihouchongjianbuzhu', 'zrzhzhcjbz'],
  ['中央银行亏损补贴', 'zhongyangyinhangkuisunbutie', 'zyyhksbt'],
  ['三公经费', 'sangongjingfei', 'sgjf'],
])('%s reads %s', (name, full, initials) => {
  const syllables = readingOf(name)!.map(({ syllable }) => syllable);
  expect(syllables.join('')).toBe(full);
  expect(syllables.map((syllable) => syllable.charAt(0)).join('')).toBe(initials);
});
