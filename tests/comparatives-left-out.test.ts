import { skeletonTemplates } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { inventions, phrasesOf } from './inventions.js';

/** A whole and its parts, with what each was last year and was planned; some parts are nothing in one of the columns. */
const blocks: Record<string, string> = {
  三公经费: `三公经费 5.00 预算 11.00 上年 12.00 {
    因公出国（境）费 0.00 预算 0.00 上年 3.00
    公务用车购置费 0.00 预算 4.00 上年 0.00
    公务用车运行维护费 2.00 预算 2.00 上年 2.00
    公务接待费 3.00 预算 5.00 上年 7.00
  }`,
  收入: `收入 {
    一般公共预算财政拨款收入 80.00 上年 70.00
    政府性基金预算财政拨款收入 10.00 上年 5.00
    事业收入 6.00 上年 0.00
    其他收入 2.00 上年 1.00
    年初结转和结余 2.00 上年 34.00
    总计 100.00 上年 110.00
  }`,
  '收入 without carry-over': `收入 {
    一般公共预算财政拨款收入 94.00 上年 70.00
    政府性基金预算财政拨款收入 0.00 上年 21.00
    事业收入 6.00 上年 19.00
    总计 100.00 上年 110.00
  }`,
};

/** No whole is stated: what of a part is not written is not known where another of its columns tells that there is such. */
const partsAlone = `三公经费 {
    因公出国（境）费 1.00 预算 3.00 上年 3.50
    公务用车购置费 0.00 预算 4.00 上年 5.00
    公务用车运行维护费 2.00 预算 2.25 上年 0.00
    公务接待费 0.00 预算 0.40 上年 0.70
  }`;

/** The block without some of what its parts are compared with; what a part itself came to goes with the last of it, or stays. */
function* shortened(block: string): Generator<string> {
  for (const shorter of withoutComparatives(block)) {
    yield shorter;
    // Nothing was spent on what lost its figure: that is the same as not to name it.
    const lines = block.split('\n');
    const isNothing = (line: string, at: number) => /^\s*\S+ 0\.00/.test(line) && line !== lines[at];
    yield shorter
      .split('\n')
      .filter((line, at) => !isNothing(line, at))
      .join('\n');
  }
}

function* withoutComparatives(block: string): Generator<string> {
  const lines = block.split('\n');
  const parts = lines.flatMap((line, at) =>
    / (?:预算|上年) /.test(line) && !/^三公|总计/.test(line.trim()) ? [at] : [],
  );
  for (const measure of ['上年', '预算'])
    for (let left = 1; left < 2 ** parts.length; left++) {
      const isLeft = (at: number) => ((left >> parts.indexOf(at)) & 1) === 1 && parts.includes(at);
      const comparative = new RegExp(` ${measure} \\d+\\.\\d+`);
      if (!lines.some((line) => comparative.test(line))) continue;
      yield lines.map((line, at) => (isLeft(at) ? line.replace(comparative, '') : line)).join('\n');
    }
}

describe.each(skeletonTemplates)('%s', (template) => {
  const report = (block: string) => `部门决算 示例市档案馆 2024 {\n模板 ${template}\n${block}\n}`;

  test('what a part was last year, or was to be, is not made up where anything says that there is such a part', () => {
    const whole = phrasesOf(report(partsAlone));
    const found = [...withoutComparatives(partsAlone)].flatMap((block) =>
      inventions(whole, phrasesOf(report(block))).map((phrase) => `${phrase}\n${block}`),
    );
    expect(found).toEqual([]);
  });

  test.each(Object.keys(blocks))(
    'what parts of %s were last year, or were to be, is not made up where the whole says more',
    (name) => {
      const whole = phrasesOf(report(blocks[name]!));
      const found = [...new Set(shortened(blocks[name]!))].flatMap((block) =>
        inventions(whole, phrasesOf(report(block))).map((phrase) => `${phrase}\n${block}`),
      );
      expect(found).toEqual([]);
    },
  );
});
