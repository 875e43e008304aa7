import { ordinal } from '../pattern/expression.js';
import type { SegmentText } from '../reading/segment-text.js';
import { similarity } from '../tables/similarity.js';

/** A sentence as it is compared, and where it stands in the text of its section. */
export interface Sentence {
  words: string;
  from: number;
}

const numbered = new RegExp(`^(?:${ordinal}|[①-⑳]|[-·])+`);

/** The sentences of a section, without numbers before them and marks behind them. */
export function sentencesIn({ text }: SegmentText): Sentence[] {
  return [...text.matchAll(/[^。\n]+/g)].flatMap(({ 0: all, index }) => {
    const before = numbered.exec(all)?.[0].length ?? 0;
    const words = all.slice(before).replace(/[;,:、.]+$/, '');
    return words === '' ? [] : [{ words, from: index + before }];
  });
}

export interface Pair {
  own: Sentence;
  /** What the template makes of the report's figures in its place; none where it has no such sentence. */
  wanted: Sentence | undefined;
}

/** Below this two sentences are not one in other words. */
const leastLike = 0.5;

/** A sentence that a page or a line cuts is no more than so many pieces. */
const mostPieces = 3;

/** Pieces that are a sentence of the template together are one sentence. */
function rejoined(own: readonly Sentence[], wanted: readonly Sentence[]): Sentence[] {
  const whole = new Set(wanted.map(({ words }) => bare(words)));
  const joined: Sentence[] = [];
  for (let at = 0; at < own.length; ) {
    const pieces = whole.has(bare(own[at]!.words)) ? 1 : piecesAt(own, at, whole);
    const words = own.slice(at, at + pieces).map((one) => one.words);
    joined.push({ from: own[at]!.from, words: words.join('') });
    at += pieces;
  }
  return joined;
}

function piecesAt(own: readonly Sentence[], at: number, whole: ReadonlySet<string>): number {
  for (let count = 2; count <= mostPieces && at + count <= own.length; count++) {
    const pieces = own.slice(at, at + count);
    if (whole.has(bare(pieces.map(({ words }) => words).join('')))) return count;
  }
  return 1;
}

/** Figures and marks do not matter for whether pieces belong together. */
function bare(words: string): string {
  return withoutFigures(words).replace(/[,;:、]/g, '');
}

/** Each sentence with the one that stands for it, in order. */
export function pairsOf(all: readonly Sentence[], wanted: readonly Sentence[]): Pair[] {
  const own = rejoined(all, wanted);
  const like = own.map((one) => wanted.map((other) => likeness(one.words, other.words)));
  const best = own.map(() => new Float64Array(wanted.length + 1));
  best.push(new Float64Array(wanted.length + 1));
  for (let i = own.length - 1; i >= 0; i--)
    for (let j = wanted.length - 1; j >= 0; j--) {
      const both = like[i]![j]! >= leastLike ? like[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(both, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  const pairs: Pair[] = [];
  let j = 0;
  own.forEach((one, i) => {
    while (j < wanted.length && best[i]![j]! === best[i]![j + 1]!) j += 1;
    const isPaired = j < wanted.length && like[i]![j]! >= leastLike && best[i]![j]! > best[i + 1]![j]!;
    pairs.push({ own: one, wanted: isPaired ? wanted[j] : undefined });
    if (isPaired) j += 1;
  });
  return pairs;
}

/** Figures are what differs between sentences of one form. */
function likeness(one: string, other: string): number {
  if (one === other) return 2;
  return similarity(withoutFigures(one), withoutFigures(other));
}

function withoutFigures(words: string): string {
  return words.replace(/\d[\d,]*(?:\.\d+)?%?/g, '0');
}
