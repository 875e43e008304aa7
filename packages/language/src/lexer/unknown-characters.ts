import type { IToken } from 'chevrotain';
import { type LexingProblem, tokenProblem } from './lexing-problem.js';

/** What to do with a character, by its kind; the first kind of several. */
const kinds: readonly [RegExp, string][] = [
  [/[￥¥$＄€]/, 'character-money'],
  [/[#＃]/, 'character-comment'],
  [/[。！？!?…]/, 'character-prose'],
  [/[✓✔√☑×✗]/, 'character-mark'],
];

/** 40.00。 and 40.00? are no sentences. */
const behindFigure = /\s[0-9０-９,.]+[%％]?\s*$/;

/** A character of which no word begins. */
export function unknownCharacter(token: IToken): LexingProblem {
  return { ...tokenProblem('unexpected-character', token), ...namesOfCharacters(token.image) };
}

/** What is said of characters that no word begins with. */
export function namesOfCharacters(
  found: string,
  before = '',
): Pick<LexingProblem, 'code' | 'found' | 'parameters'> {
  const [, kind = 'character-other'] = kinds.find(([pattern]) => pattern.test(found)) ?? [];
  const advice = kind === 'character-prose' && behindFigure.test(before) ? 'character-other' : kind;
  return { code: 'unexpected-character', found, parameters: { advice } };
}
