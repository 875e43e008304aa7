import { type Fact, resolveFact } from '@fiscal/core';
import { type Block, compose, type Inline } from '@fiscal/report';
import { expect } from 'vitest';
import { type Files, loadText } from './check.js';
import { linesOf } from './composed-lines.js';

/** Something that a document says, up to where the sentence pauses; the second time without what the report states. */
export interface Phrase {
  said: string;
  madeUp: string;
}

export function phrasesOf(text: string, others: Files = {}): Phrase[] {
  const [report] = loadText(text, others).reports;
  const { blocks } = compose(report!).document;
  const said = phrasesIn(blocks);
  const madeUp = phrasesIn(blocks.map(withoutStated));
  expect(madeUp.length).toBe(said.length);
  return said.map((phrase, index) => ({ said: phrase, madeUp: madeUp[index]! }));
}

/** Numbers of lists and of charts are no figures. */
function phrasesIn(blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap(linesOf).map((line) => line.replace(/^\d+[.、]|图\d+：/g, ''));
  return lines.flatMap((line) => line.split(/[。；，|]/)).map((phrase) => phrase.trim());
}

function withoutStated(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, content: block.content.map(unlessStated) } : block;
}

function unlessStated(inline: Inline): Inline {
  return inline.kind === 'figure' && inline.fact && isStated(inline.fact)
    ? { ...inline, text: '〔写明〕' }
    : inline;
}

/** By the author, or in the reports of all units that say anything of it. */
function isStated(fact: Fact): boolean {
  const { state, rule, terms = [] } = resolveFact(fact);
  return (
    state === 'stated' || state === 'none' || (rule === 'X026' && terms.every((term) => isStated(term.fact)))
  );
}

/** Figures that only the shorter report prints, and that it says nothing happened where the whole one does not. */
export function inventions(whole: readonly Phrase[], shorter: readonly Phrase[]): string[] {
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
