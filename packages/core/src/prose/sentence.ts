import { isCut } from '../model/as-printed.js';
import type { Passage } from './passage.js';
import { asCut, quantitiesIn, type Quantity } from './quantity.js';

/** One sentence of a passage; offsets of its quantities count from the start of the passage. */
export interface Sentence {
  passage: Passage;
  start: number;
  end: number;
  quantities: Quantity[];
  /** Those of the sentences before it in the same paragraph. */
  earlier: Quantity[];
}

/** What stands in brackets is said beside the sentence, and may add up to something of its own. */
const bracketed = /（[^（）]*）|\([^()]*\)/g;

export function sentencesOf(passage: Passage): Sentence[] {
  const { text } = passage;
  const quantities = quantitiesIn(text).map((one) => (isCut(passage, one.unit) ? asCut(one) : one));
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[。！？]|$/g)) {
    const end = index;
    const own = quantities.filter((one) => one.start >= start && one.start < end);
    const earlier = quantities.filter((one) => one.start < start);
    if (own.length > 0) sentences.push({ passage, start, end, quantities: own, earlier });
    start = end + 1;
  }
  return sentences;
}

/** Stretches of a text that stand in brackets. */
export function bracketsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(bracketed)].map(({ index, 0: inside }) => ({
    start: index,
    end: index + inside.length,
  }));
}

/** The words that say what a quantity is: those before it, back to the last mark or figure. */
export function labelBefore(text: string, { start }: Quantity): string {
  const before = text.slice(Math.max(0, start - 60), start);
  const [, words = ''] = /([^，。；：、（）(),;:！？\n"\uFFFC%％]*)$/.exec(before) ?? [];
  // 收、支总计 is one name.
  const whole = words.startsWith('支') && before.endsWith(`收、${words}`) ? `收、${words}` : words;
  return withoutHalfQuote(whole)
    .replace(/^.*\d\s*(?:[万亿千]?元|个|人次|人|辆|台|套|批次|项|家|次)/, '')
    .replace(/^(其中|和|及|以及|与)/, '')
    .replace(/^.*\d{4}\s*年度?/, '')
    .replace(/(为|共计|共|约|达到?|是|均|各)+\s*$/, '')
    .trim();
}

/** “三公”经费 is one name; of a quotation that began or ended before, only what is in it or behind it. */
function withoutHalfQuote(words: string): string {
  const lastOpen = words.lastIndexOf('“');
  const inside = lastOpen > words.lastIndexOf('”') ? words.slice(lastOpen + 1) : words;
  const firstClose = inside.indexOf('”');
  return firstClose >= 0 && !inside.slice(0, firstClose).includes('“')
    ? inside.slice(firstClose + 1)
    : inside;
}
