import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { attributes, measures, wordsOf } from '@fiscal/core';
import { dataPlaces } from './data-places.js';
import { type LexingProblem, spanProblem } from './lexing-problem.js';
import { oneToken } from './one-token.js';
import type { QuotedText } from './quoted-text.js';
import type { Settled } from './settle-brackets.js';
import { endsLine, outsideTexts, startsLine, typeAt } from './token-runs.js';
import { rawString } from './token-builder.js';

/** Words behind which a text stands; 科目 and 等级 take a word. */
const textWords = new Set(attributes.flatMap(wordsOf).filter((word) => word !== '科目' && word !== '等级'));
/** Behind these a figure stands, or a text. */
const targetWords = new Set(['目标', '完成']);
const keywords = new Set([...measures, ...attributes].flatMap(wordsOf));
const figure = /^(NUMBER|MALFORMED|STRING|TEXT_OPEN|未填|未发生|不适用|-)$/;

/**
 * Texts without quotes: 原因 新增项目，库房维护, and those that lack the first one: 用途 库房维护". All that stands up to where such a
 * text ends is one text.
 */
export function quoteTexts(tokens: IToken[], text: string, types: TokenTypeDictionary): Settled {
  const problems: LexingProblem[] = [];
  if (!tokens.some((token, at) => isUnopened(token) || isBare(tokens, at))) return { tokens, problems };
  const isData = dataPlaces(tokens);
  const isOutside = outsideTexts(tokens);
  const kept: IToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    kept.push(token);
    if (!isData[at] || !isOutside[at]) continue;
    const end = endOfText(tokens, at, text);
    if (end === undefined) continue;
    const words = tokens.slice(at + 1, end);
    const whole = withMarks(oneToken(words, text, types['STRING']!), text);
    const code = isUnopened(words.at(-1)!) ? 'unopened-string' : 'unquoted-text';
    problems.push({ ...spanProblem(code, [whole]), found: whole.image, parameters: { word: token.image } });
    kept.push(whole);
    at = end - 1;
  }
  return { tokens: kept.map((token) => asString(token, types)), problems };
}

/** 宣传增加。: with the mark that ends its sentence. */
function withMarks(token: IToken, text: string): IToken {
  const { length } = /^[。！？!?…]*/.exec(text.slice(token.endOffset! + 1))![0];
  token.image += text.slice(token.endOffset! + 1, token.endOffset! + 1 + length);
  token.endOffset! += length;
  token.endColumn! += length;
  return token;
}

function isUnopened({ tokenType, payload }: IToken): boolean {
  return tokenType === rawString && (payload as QuotedText | undefined)?.flaw === 'unopened-string';
}

/** A word behind which a text should stand, and none does. */
function isBare(tokens: readonly IToken[], at: number): boolean {
  if (endsLine(tokens, at)) return false;
  if (targetWords.has(typeAt(tokens, at))) return typeAt(tokens, at + 1) === 'NAME';
  if (!textWords.has(typeAt(tokens, at))) return false;
  return !/^(STRING|TEXT_OPEN|TEXT_BLOCK|RAW_STRING|[{}=.|])$/.test(typeAt(tokens, at + 1));
}

/** The place behind the text that stands unquoted behind a word; undefined where none does. */
function endOfText(tokens: readonly IToken[], at: number, text: string): number | undefined {
  const line = lineEnd(tokens, at);
  const unopened = tokens.findIndex((token, other) => other > at + 1 && other <= line && isUnopened(token));
  if (unopened > 0 && beginsText(tokens, at, unopened)) return unopened + 1;
  if (!isBare(tokens, at)) return undefined;
  let end = at + 1;
  while (end <= line && !endsText(tokens, end, line)) end++;
  if (end - at < 2) return undefined;
  if (!targetWords.has(typeAt(tokens, at)) && isWord(tokens, at + 1, end, text)) return undefined;
  return end;
}

/** The last of the words of a text before the quote that ends it, or else the first word of the line. */
function beginsText(tokens: readonly IToken[], at: number, quote: number): boolean {
  const between = tokens.slice(at + 1, quote);
  if (between.some(({ tokenType }) => textWords.has(tokenType.name) || tokenType.name === 'STRING'))
    return false;
  return textWords.has(typeAt(tokens, at)) || (startsLine(tokens, at) && typeAt(tokens, at) === 'NAME');
}

function lineEnd(tokens: readonly IToken[], at: number): number {
  let end = at;
  while (!endsLine(tokens, end)) end++;
  return end;
}

/** A brace that ends the line or begins a block at its end; or the next thing that is said. */
function endsText(tokens: readonly IToken[], at: number, line: number): boolean {
  const type = typeAt(tokens, at);
  if (type === '{' || type === '}') return true;
  return keywords.has(type) && at < line && figure.test(typeAt(tokens, at + 1));
}

/** 原因 机构合并: a text of one word reads as what was meant. */
function isWord(tokens: readonly IToken[], from: number, end: number, text: string): boolean {
  if (end - from !== 1 || typeAt(tokens, from) !== 'NAME') return false;
  const behind = text.slice(tokens[from]!.endOffset! + 1, tokens[end]?.startOffset ?? text.length);
  return !/^[^\n]*[^\s，、；：,;:]/.test(behind);
}

/** A quote alone that nothing could be put before. */
function asString(token: IToken, types: TokenTypeDictionary): IToken {
  return isUnopened(token) ? oneToken([token], token.image, types['STRING']!) : token;
}
