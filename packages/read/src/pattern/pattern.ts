import type { Claim, Mark } from './assumptions.js';
import type { Reference, Variable } from './meaning.js';

/** A text of a template as what it may look like in a document: literals, holes, ways to go, repetitions. */
export type Pattern =
  | { kind: 'literal'; text: string }
  | { kind: 'hole'; hole: Hole }
  | { kind: 'choice'; ways: readonly (readonly Pattern[])[] }
  | {
      kind: 'repeat';
      variable: Variable;
      body: readonly Pattern[];
      separator: readonly Pattern[];
      ending: readonly Pattern[];
    }
  /** Says something without printing a figure, by these words alone. */
  | { kind: 'mark'; mark: Mark; words: string }
  /** Words that are true only of certain figures. */
  | { kind: 'claim'; claim: Claim }
  | { kind: 'paragraph'; content: readonly Pattern[] };

export type Hole =
  /** Digits; with `percent` a sign behind them. */
  | { kind: 'figure'; percent: boolean; states?: Statable }
  /** Words of the author; or the names of a list's members, one after another. */
  | { kind: 'text'; states?: Reference; form?: 'operator'; names?: Variable }
  /** A name, or a code, that says what a variable stands for. */
  | { kind: 'name'; variable: Variable; part: NamePart }
  /** The department, or another word that is known before. */
  | { kind: 'known'; text: string };

/** 名称 and 编码 of the member itself, or of what it belongs to. */
export type NamePart = '名称' | '编码' | '类' | '款';

/** What a figure says: of which fact it is, and how that was printed. */
export interface Statable {
  of: Reference;
  /** Printed without its sign. */
  sign: 1 | -1;
  /** It is by how much the fact differs from another measure, which follows: 上年. */
  differenceTo?: string;
}

export function literal(text: string): Pattern {
  return { kind: 'literal', text };
}

/** Nothing but words that are known, and enough of them to mean something. */
export function isTelling(patterns: readonly Pattern[]): boolean {
  const words = patterns.map(knownWords);
  return !words.includes(undefined) && /\p{Script=Han}{2}/u.test(words.join(''));
}

/** The words of patterns that have no others. */
export function wordsOfPatterns(patterns: readonly Pattern[]): string {
  return patterns.map((one) => knownWords(one) ?? '').join('');
}

/** All the words that patterns may print, whichever way they go. */
export function literalsIn(patterns: readonly Pattern[]): string {
  return patterns.map(literalsOf).join(' ');
}

function literalsOf(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'literal':
      return pattern.text;
    case 'choice':
      return pattern.ways.map(literalsIn).join(' ');
    case 'repeat':
      return literalsIn([...pattern.body, ...pattern.separator, ...pattern.ending]);
    case 'paragraph':
      return literalsIn(pattern.content);
    case 'hole':
    case 'mark':
    case 'claim':
      return '';
  }
}

function knownWords(pattern: Pattern): string | undefined {
  if (pattern.kind === 'claim' || pattern.kind === 'mark') return '';
  if (pattern.kind === 'literal') return pattern.text;
  if (pattern.kind !== 'hole') return undefined;
  const { hole } = pattern;
  if (hole.kind === 'known') return hole.text;
  // 简称 is a name, whatever it is.
  return hole.kind === 'text' && hole.states?.steps[0] === '简称' ? '' : undefined;
}
