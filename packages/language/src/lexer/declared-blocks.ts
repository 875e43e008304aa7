import type { IToken } from 'chevrotain';
import { attributes, measures, stateOfWord, wordsOf } from '@fiscal/core';

/** Words of blocks that are written in braces; all other blocks are items, which may come without them anyway. */
const blockWords = new Set(['收入', '支出', '基本支出', '项目支出', '三公经费']);

/** What may stand behind the figure of a block, also on lines below it. */
const details = new Set([...measures, ...attributes].flatMap(wordsOf));

/** 三公经费 未发生 · 支出 政府性基金 0 · 三公经费 原因 "…": something is said of a block, and no brace is behind it. */
export function isDeclared(tokens: readonly IToken[], at: number): boolean {
  const word = tokens[at]!;
  if (!blockWords.has(word.tokenType.name)) return false;
  const next = tokens[at + 1];
  const isPart =
    next?.startLine === word.endLine &&
    /^(NAME|按科目)$/.test(next?.tokenType.name ?? '') &&
    word.tokenType.name !== '三公经费';
  const figure = tokens[at + (isPart ? 2 : 1)];
  if (!figure || figure.startLine !== word.endLine) return false;
  return (isFigure(figure) || details.has(figure.image)) && !opensBlock(tokens, at);
}

function isFigure({ tokenType, image }: IToken): boolean {
  return /^(NUMBER|MALFORMED|-)$/.test(tokenType.name) || stateOfWord[image] !== undefined;
}

/** A brace follows, on the same line or behind the details below it. */
function opensBlock(tokens: readonly IToken[], from: number): boolean {
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.tokenType.name === '{') return true;
    const isNewLine = tokens[at - 1]!.endLine !== token.startLine;
    if (token.tokenType.name === '}' || (isNewLine && !details.has(token.image))) return false;
  }
  return false;
}
