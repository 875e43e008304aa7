import { createTokenInstance, type IToken, type TokenTypeDictionary } from 'chevrotain';
import { measures, wordsOf } from '@fiscal/core';
import { dataPlaces } from './data-places.js';

const measureWords = new Set(measures.flatMap(wordsOf));
/** What a word may stand behind that is said of the line around it. */
const behindWhat = /^(NAME|NUMBER|MALFORMED|UNIT|STRING|TEXT_CLOSE|TEXT_BLOCK|事业|未填|未发生|不适用)$/;
const withDigits = /^(.*?[^0-9０-９])([0-9０-９]+)$/;

/** 3批次18人次: the unit of one count, and the next count. */
const betweenCounts = /^(批次|人次|[批人次个辆台])([0-9０-９]+)(批次|人次|[批人次个辆台])?$/;

/**
 * Takes a word and the figure that was written close to it apart: 基本50.5, 项目５０, 事业收入12.00. A project may
 * still be called 项目50: without a point only a measure is one, and only behind what it can be said of.
 */
export function splitWords(tokens: IToken[], types: TokenTypeDictionary): IToken[] {
  if (!tokens.some((token, at) => isCandidate(token) || countsIn(tokens, at, types))) return tokens;
  const isData = dataPlaces(tokens);
  const split: IToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const counts = isData[at] ? countsIn(tokens, at, types) : undefined;
    if (counts) {
      split.push(...counts);
      continue;
    }
    const fraction = isCandidate(token) && isData[at] ? fractionBehind(tokens, at) : undefined;
    if (!isCandidate(token) || !isData[at] || !isToSplit(tokens, at, fraction)) {
      split.push(token);
      continue;
    }
    split.push(...partsOf(token, fraction, types));
    if (fraction) at += 2;
  }
  return split;
}

function countsIn(tokens: readonly IToken[], at: number, types: TokenTypeDictionary): IToken[] | undefined {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  if (token.tokenType.name !== 'NAME' || before?.tokenType.name !== 'NUMBER' || !isClose(before, token))
    return undefined;
  const [, unit, digits, next] = betweenCounts.exec(token.image) ?? [];
  if (unit === undefined || digits === undefined) return undefined;
  const figure = partOf(token, digits, unit.length, 'NUMBER', types);
  const behind =
    next === undefined ? [] : [partOf(token, next, unit.length + digits.length, typeOf(next), types)];
  return [partOf(token, unit, 0, typeOf(unit), types), figure, ...behind];
}

function isCandidate({ tokenType, image }: IToken): boolean {
  return tokenType.name === 'NAME' && isDigit(image.charCodeAt(image.length - 1)) && withDigits.test(image);
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** The point and the digits behind it, where they stand close. */
function fractionBehind(tokens: readonly IToken[], at: number): IToken | undefined {
  const [word, point, fraction] = tokens.slice(at, at + 3);
  if (point?.tokenType.name !== '.' || fraction?.tokenType.name !== 'NUMBER') return undefined;
  return isClose(word!, point) && isClose(point, fraction) && /^[0-9０-９]+$/.test(fraction.image)
    ? fraction
    : undefined;
}

function isClose(before: IToken, after: IToken): boolean {
  return before.endOffset! + 1 === after.startOffset;
}

function isToSplit(tokens: readonly IToken[], at: number, fraction: IToken | undefined): boolean {
  const { image } = tokens[at]!;
  const before = sameLine(tokens, at - 1, at);
  if (before && isIntroducer(before, tokens, at)) return false;
  if (fraction) return true;
  const [, word = ''] = withDigits.exec(image)!;
  if (!measureWords.has(word) || !before || !behindWhat.test(before.tokenType.name)) return false;
  const after = sameLine(tokens, at + 1, at);
  return !/^(NUMBER|MALFORMED|\{|=)$/.test(after?.tokenType.name ?? '');
}

/** 项目 智慧城市2.0, 指标 产出 数量 项目50: a name of the author's choice. */
function isIntroducer(before: IToken, tokens: readonly IToken[], at: number): boolean {
  const type = before.tokenType.name;
  if (!behindWhat.test(type) && !/^[{}]$/.test(type)) return true;
  return [2, 3].some((places) => sameLine(tokens, at - places, at)?.tokenType.name === '指标');
}

function sameLine(tokens: readonly IToken[], other: number, at: number): IToken | undefined {
  const token = tokens[other];
  return token && token.endLine === tokens[at]!.startLine ? token : undefined;
}

function partsOf(token: IToken, fraction: IToken | undefined, types: TokenTypeDictionary): IToken[] {
  const [, word = '', digits = ''] = withDigits.exec(token.image)!;
  const figure = digits + (fraction ? `.${fraction.image}` : '');
  return [partOf(token, word, 0, typeOf(word), types), partOf(token, figure, word.length, 'NUMBER', types)];
}

function typeOf(word: string): string {
  return measureWords.has(word) ? word : 'NAME';
}

export function partOf(
  { startOffset, startLine, startColumn }: IToken,
  image: string,
  from: number,
  typeName: string,
  types: TokenTypeDictionary,
): IToken {
  const [offset, column] = [startOffset + from, startColumn! + from];
  const last = image.length - 1;
  return createTokenInstance(
    types[typeName]!,
    image,
    offset,
    offset + last,
    startLine!,
    startLine!,
    column,
    column + last,
  );
}
