import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isTold, tokenProblem } from './lexing-problem.js';
import type { Odd } from './odd-figures.js';
import { oneToken } from './one-token.js';
import { startsLine, typeAt } from './token-runs.js';
import { writtenNumber } from './written-number.js';

/** What a date may be written with. */
const ofDates = /^(NUMBER|MALFORMED|NAME|UNIT|DATE|DASH|未填|未发生|不适用|[-/.])$/;
const inFigures = /^([0-9]{4}|[0-9]{2})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]*$/;
const together = /^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})$/;
const inWords = /^([^年]{4})年([^月]{1,3})月([^日号]{1,3})[日号]$/;

/** 公开时间 2024/9/18, 20240918, 二〇二四年九月十八日: all that stands there, told with the date that was meant. */
export function wrongDate(
  tokens: readonly IToken[],
  at: number,
  text: string,
  types: TokenTypeDictionary,
): Odd | undefined {
  if (typeAt(tokens, at - 1) !== '公开时间' || startsLine(tokens, at)) return undefined;
  let count = 0;
  while (ofDates.test(typeAt(tokens, at + count)) && !(count > 0 && startsLine(tokens, at + count))) count++;
  if (count === 0 || (count === 1 && typeAt(tokens, at) === 'DATE')) return undefined;
  const date = oneToken(tokens.slice(at, at + count), text, types['MALFORMED']!);
  date.payload = isTold;
  const problem = tokenProblem('wrong-date', date);
  return { count, token: date, problem: { ...problem, found: date.image, suggestions: dateIn(date.image) } };
}

function dateIn(written: string): string[] {
  const plain = written.normalize('NFKC').replace(/\s/g, '');
  const [, ...words] = inWords.exec(plain) ?? [];
  const numbers = words.map(writtenNumber);
  const spelt = numbers.length === 3 && numbers.every((number) => number !== undefined) ? numbers : undefined;
  const [year, month, day] = spelt ?? (inFigures.exec(plain) ?? together.exec(plain) ?? []).slice(1);
  if (!year || !month || !day) return [];
  return [`${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`];
}
