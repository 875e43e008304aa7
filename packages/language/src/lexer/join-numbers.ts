import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { measures, wordsOf } from '@fiscal/core';
import { dataPlaces } from './data-places.js';
import { oneToken } from './one-token.js';
import { unitWords } from './unit-words.js';

const measureWords = new Set(measures.flatMap(wordsOf));

/**
 * What only its surroundings show to be meant as a number: 1 234.50, where nobody writes two figures side by side, and
 * l20 where a figure is expected.
 */
export function joinNumbers(tokens: IToken[], text: string, types: TokenTypeDictionary): IToken[] {
  if (!tokens.some((_, at) => isGroup(tokens, at) || isLetterFirst(tokens[at]!))) return tokens;
  const isData = dataPlaces(tokens);
  const malformed = types['MALFORMED']!;
  const joined: IToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let token = tokens[at]!;
    if (isData[at] && isLetterFirst(token) && isFigure(tokens, at)) {
      token.tokenType = malformed;
      token.tokenTypeIdx = malformed.tokenTypeIdx!;
    }
    let last = at;
    while (isData[at] && isGroup(tokens, last)) last++;
    if (last > at) token = oneToken([token, tokens[last]!], text, types['MALFORMED']!);
    joined.push(token);
    at = last;
  }
  return joined;
}

/** 1 in 1 234.50: the next number goes on with it. */
function isGroup(tokens: readonly IToken[], at: number): boolean {
  const [first, next, behind] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.tokenType.name !== 'NUMBER' || next?.tokenType.name !== 'NUMBER') return false;
  if (first.endLine !== next.startLine || startsLine(tokens, at)) return false;
  if (!/^[0-9]{1,3}$/.test(first.image) || !/^[0-9]{3}(?:[.．][0-9]+)?$/.test(next.image)) return false;
  const isCode = behind?.tokenType.name === 'NAME' && behind.startLine === next.startLine;
  return /[.．]/.test(next.image) || !isCode || unitWords.has(behind.image);
}

function isLetterFirst({ tokenType, image }: IToken): boolean {
  return (
    tokenType.name === 'NAME' && image.charCodeAt(0) < 0x80 && /^[OolI][0-9OolI]*[0-9][0-9OolI]*$/.test(image)
  );
}

/** Behind a measure, or behind the name of an item; not the name of a project. */
function isFigure(tokens: readonly IToken[], at: number): boolean {
  if (startsLine(tokens, at)) return false;
  const before = tokens[at - 1]!.tokenType.name;
  const after = tokens[at + 1]?.tokenType.name;
  if (measureWords.has(before)) return before !== '项目' || after !== '{' || !startsLine(tokens, at - 1);
  const isNameOfIndicator = [2, 3].some((places) => tokens[at - places]?.tokenType.name === '指标');
  return before === 'NAME' && after !== '{' && !isNameOfIndicator;
}

function startsLine(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.endLine !== tokens[at]!.startLine || /^[{}]$/.test(before.tokenType.name);
}
