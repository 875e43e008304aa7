import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveFact } from '@fiscal/core';
import { type Block, compose, type Inline } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { loadText } from './check.js';
import { linesOf } from './composed-lines.js';
import { Random } from './random.js';
import { type TopItem, topItems, without } from './left-out.js';

const examples = ['攀枝花市经济和信息化局-2023', '上海市普陀区财政局-2024'];
const templates = ['四川', '上海'];

const lists = /^(单位|人员|项目|名词解释|内设机构)/;

/** Something that a document says, up to where the sentence pauses; the second time without what the report states. */
interface Phrase {
  said: string;
  madeUp: string;
}

function phrasesOf(text: string): Phrase[] {
  const [report] = loadText(text).reports;
  const { blocks } = compose(report!).document;
  const said = phrasesIn(blocks);
  const madeUp = phrasesIn(blocks.map(withoutStated));
  expect(madeUp.length).toBe(said.length);
  return said.map((phrase, index) => ({ said: phrase, madeUp: madeUp[index]! }));
}

/** Numbers of lists are no figures. */
function phrasesIn(blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap(linesOf).map((line) => line.replace(/^\d+[.、]/, ''));
  return lines.flatMap((line) => line.split(/[。；，|]/)).map((phrase) => phrase.trim());
}

function withoutStated(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, content: block.content.map(unlessStated) } : block;
}

function unlessStated(inline: Inline): Inline {
  const isStated =
    inline.kind === 'figure' && inline.fact && ['stated', 'none'].includes(resolveFact(inline.fact).state);
  return isStated ? { ...inline, text: '〔写明〕' } : inline;
}

/** Figures that only the shorter report prints, and that it says nothing happened where the whole one does not. */
function inventions(whole: readonly Phrase[], shorter: readonly Phrase[]): string[] {
  const known = new Set(whole.map(({ said }) => said));
  const figures = new Set([...known].flatMap(figuresIn));
  const isMadeUp = ({ said, madeUp }: Phrase) =>
    !known.has(said) && (denies.test(madeUp) || figuresIn(madeUp).some((one) => !figures.has(one)));
  return shorter.filter(isMadeUp).map(({ said }) => said);
}

const denies = /无(?!线电)|没有|未安排|持平|(?<![\d.])0(\.0+)?(?=$|[^\d.])/;

function figuresIn(phrase: string): string[] {
  return phrase.match(/\d[\d,]*(\.\d+)?%?/g) ?? [];
}

const cases = examples.flatMap((name) =>
  templates.map((template) => {
    const text = readFileSync(join(import.meta.dirname, '..', 'examples', name, `${name}.fiscal`), 'utf8');
    return { name: `${name} · ${template}`, text: text.replace(/^ {2}模板 .*$/m, `  模板 ${template}`) };
  }),
);

describe.each(cases)('$name', ({ text }) => {
  const whole = phrasesOf(text);
  const items = topItems(text).filter(({ name }) => !lists.test(name));
  const inventionsWithout = (left: readonly TopItem[]) =>
    inventions(whole, phrasesOf(without(text, left))).map(
      (phrase) => `${left.map(({ name }) => name).join('、')}: ${phrase}`,
    );

  test('a block that is left out is not made up for', () => {
    expect(items.length).toBeGreaterThan(10);
    expect(items.flatMap((item) => inventionsWithout([item]))).toEqual([]);
  });

  test('nor are several', () => {
    for (let index = 0; index < 15; index++) {
      const random = Random.of(20240930, index);
      expect(inventionsWithout(random.some(items, 2 + random.below(items.length - 2)))).toEqual([]);
    }
  });
});
