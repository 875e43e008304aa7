import type { Corpus } from './corpus.js';
import { mutate, typeOver } from './mutations.js';
import { Random } from '../../packages/cli/src/trial/random.js';

/** One text that is tried, and the text that an editor had open before somebody typed. */
export interface Case {
  before: string;
  text: string;
  /** Chooses what is done with the text of all that takes long, and where. */
  choice: number;
}

/** Every so many cases one is made from a whole example; an odd number, so that two workers share them. */
const wholeEvery = 19;
/** Pasted or nested blocks make a text longer; a fragment stays one that a reader can survey. */
const longestFragment = 6000;

/** The case with that number; the same for the same seed. */
export function makeCase(corpus: Corpus, seed: number, index: number): Case {
  const random = Random.of(seed, index);
  const choice = random.below(1_000_000);
  if (isWhole(index)) return { choice, ...mutated(random.pick(corpus.whole), random, corpus) };
  if (random.oneIn(25)) return { choice, ...bytes(random) };
  const { before, text } = mutated(fragment(random, corpus), random, corpus);
  return { choice, before: before.slice(0, longestFragment), text: text.slice(0, longestFragment) };
}

export function isWhole(index: number): boolean {
  return index % wholeEvery === 0;
}

function fragment(random: Random, corpus: Corpus): string {
  const one = random.pick(corpus.fragments);
  const text = random.oneIn(6) ? `${one}\n${random.pick(corpus.fragments)}` : one;
  return random.oneIn(8) ? text.replace(/决算 (\S+) (\d{4}) \{/, '$& 模板 四川\n') : text;
}

type Typed = Pick<Case, 'before' | 'text'>;

function mutated(original: string, random: Random, corpus: Corpus): Typed {
  let before = original;
  for (let more = random.below(4); more > 0; more--) before = mutate(before, random, corpus);
  let text = before;
  if (random.oneIn(4)) return { before, text: typeOver(before, random, corpus) };
  for (let more = 1 + random.below(3); more > 0; more--) text = mutate(text, random, corpus);
  return { before: random.oneIn(4) ? before : '', text };
}

function bytes(random: Random): Typed {
  const some = Uint8Array.from({ length: random.below(400) }, () => random.below(256));
  const text = new TextDecoder().decode(some);
  return { before: random.oneIn(2) ? '' : text.slice(random.below(text.length)), text };
}
