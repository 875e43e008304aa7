import { AstUtils, GrammarAST } from 'langium';
import { expect, test } from 'vitest';
import { keywordMeanings } from '../src/vocabulary/keywords.zh.js';
import { readingOf } from '../src/vocabulary/pinyin.js';
import { Workbench } from './workbench.js';

test('every keyword of the grammar has its line, and nothing else has', async () => {
  const { services } = await Workbench.with({});
  const nodes = AstUtils.streamAllContents(services.Grammar).filter(GrammarAST.isKeyword);
  const keywords = nodes.map(({ value }) => value).filter((value) => /^[\u4e00-\u9fff]/.test(value));
  expect(Object.keys(keywordMeanings).sort()).toEqual([...new Set(keywords)].sort());
});

test.each([
  ['行政运行', 'xingzhengyunxing', 'xzyx'],
  ['会议费', 'huiyifei', 'hyf'],
  ['差旅费', 'chailvfei', 'clf'],
  ['债务还本支出', 'zhaiwuhuanbenzhichu', 'zwhbzc'],
  ['自然灾害灾后重建补助', 'ziranzaihaizaihouchongjianbuzhu', 'zrzhzhcjbz'],
  ['中央银行亏损补贴', 'zhongyangyinhangkuisunbutie', 'zyyhksbt'],
  ['三公经费', 'sangongjingfei', 'sgjf'],
])('%s reads %s', (name, full, initials) => {
  expect(readingOf(name)).toEqual({ full, initials });
});
