import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { nearestNames } from '@fiscal/core';
import { type LexingProblem, tokenProblem } from './lexing-problem.js';
import { oneToken } from './one-token.js';
import type { Settled } from './settle-brackets.js';
import { partOf } from './split-words.js';
import { endsLine, startsLine, typeAt } from './token-runs.js';
import { elementWords } from './top-level.js';

const digits = '〇一二三四五六七八九';
const yearInWords = /^([〇零一二三四五六七八九]{4})(年度?)?$/;
const yearBehindName = /^(.*[^0-9０-９])((?:19|20)[0-9]{2})$/;

/**
 * The first line of a report or a template, where one word of it is not what it should be: 部门预算 甲局 2024 {, 单位 决算 …,
 * 部门决算 甲 局 2024 {, 部门决算 甲局2024 {. All that stands between its braces depends on it.
 */
export function settleHeads(tokens: IToken[], text: string, types: TokenTypeDictionary): Settled {
  const problems: LexingProblem[] = [];
  const settled = [...tokens];
  for (const { from, end } of headsIn(tokens).reverse()) {
    const words = tokens.slice(from, end);
    settled.splice(from, end - from, ...headOf(words, text, types, problems));
  }
  return { tokens: problems.length > 0 || settled.length !== tokens.length ? settled : tokens, problems };
}

/** Where a line begins outside of all braces, up to its own. */
function headsIn(tokens: readonly IToken[]): { from: number; end: number }[] {
  const heads: { from: number; end: number }[] = [];
  let depth = 0;
  for (const [at, { tokenType }] of tokens.entries()) {
    if (depth === 0 && startsLine(tokens, at)) {
      const end = endOfHead(tokens, at);
      if (end > at + 1) heads.push({ from: at, end });
    }
    depth += tokenType.name === '{' ? 1 : tokenType.name === '}' && depth > 0 ? -1 : 0;
  }
  return heads;
}

/** The place of the brace at the end of the line; none where the line has no brace. */
function endOfHead(tokens: readonly IToken[], from: number): number {
  for (let at = from; at < tokens.length; at++) {
    if (typeAt(tokens, at) === '{') return at;
    if (endsLine(tokens, at)) return /^(部门|单位)决算$/.test(typeAt(tokens, from)) ? at + 1 : -1;
  }
  return -1;
}

function headOf(
  words: IToken[],
  text: string,
  types: TokenTypeDictionary,
  problems: LexingProblem[],
): IToken[] {
  const head = withKind(words, text, types, problems);
  return /^(部门|单位)决算$/.test(typeAt(head, 0))
    ? [head[0]!, ...nameAndYear(head.slice(1), text, types, problems)]
    : head;
}

/** 部门预算, 部门 决算, 单位决箅, 摸板: the word that begins it, as it was meant. */
function withKind(
  words: IToken[],
  text: string,
  types: TokenTypeDictionary,
  problems: LexingProblem[],
): IToken[] {
  const type = typeAt(words, 0);
  if (elementWords.has(type) || !/^(NAME|[\u4e00-\u9fff]+)$/.test(type)) return words;
  for (const length of [2, 1]) {
    if (words.length <= length) continue;
    const typed = words.slice(0, length).map(({ image }) => image);
    const meant = length === 2 ? kindOf(typed.join('')) : kindMeant(typed[0]!);
    if (meant === undefined) continue;
    const kind = oneToken(words.slice(0, length), text, types[meant]!);
    problems.push({ ...tokenProblem('misspelt-head', kind), found: kind.image, suggestions: [meant] });
    return [kind, ...words.slice(length)];
  }
  return words;
}

/** 部门 决算 */
function kindOf(word: string): string | undefined {
  return elementWords.has(word) ? word : undefined;
}

function kindMeant(word: string): string | undefined {
  if (/决算|^(?:部门|单位).{0,2}[预决]?算/.test(word))
    return word.startsWith('单位') ? '单位决算' : '部门决算';
  return nearestNames(
    word,
    [...elementWords].filter((one) => one.length > 1),
    1,
  )[0];
}

/** What stands between 部门决算 and its brace. */
function nameAndYear(
  words: IToken[],
  text: string,
  types: TokenTypeDictionary,
  problems: LexingProblem[],
): IToken[] {
  const at = words.findIndex((word, index) => index > 0 && isYear(word));
  const name = words.slice(0, at < 0 ? undefined : at);
  const rest = at < 0 ? [] : words.slice(at);
  if (name.length > 1 && name.every(({ tokenType }) => tokenType.name === 'NAME')) {
    const whole = oneToken(name, text, types['NAME']!);
    const meant = name.map(({ image }) => image).join('');
    problems.push({ ...tokenProblem('blank-in-name', whole), found: whole.image, suggestions: [meant] });
    name.splice(0, name.length, whole);
  }
  if (rest.length === 0) return name.length === 1 ? withYearApart(name[0]!, types) : name;
  const [year, ...behind] = rest;
  const [, inWords] = yearInWords.exec(year!.image) ?? [];
  if (inWords === undefined) return [...name, ...rest];
  const meant = [...inWords].map((one) => Math.max(0, digits.indexOf(one))).join('');
  problems.push({ ...tokenProblem('year-in-words', year!), found: year!.image, suggestions: [meant] });
  const number = partOf(year!, inWords, 0, 'NUMBER', types);
  number.image = meant;
  return [...name, number, ...behind];
}

function isYear({ tokenType, image }: IToken): boolean {
  return /^(NUMBER|MALFORMED|DATE)$/.test(tokenType.name) || yearInWords.test(image);
}

/** 甲局2024 */
function withYearApart(name: IToken, types: TokenTypeDictionary): IToken[] {
  const [, word = '', year] = (name.tokenType.name === 'NAME' && yearBehindName.exec(name.image)) || [];
  if (year === undefined) return [name];
  return [partOf(name, word, 0, 'NAME', types), partOf(name, year, word.length, 'NUMBER', types)];
}
