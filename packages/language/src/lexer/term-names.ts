import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { attributes, blocks } from '@fiscal/core';
import { endsLine, outsideTexts, retype, startsLine, typeAt } from './token-runs.js';

/**
 * 基本支出 "指…" in 名词解释: what a text explains is a term, also where it is a word of the language elsewhere.
 *
 * 2012601 "反映…" in 名词解释: quotes behind a code are the text, since no code needs its name. They are the name where a
 * text stands behind them on their line, or where none may: 2012604 "档案馆 新馆" "…", 不列 2012604 "档案馆 新馆".
 */
export function settleTermNames(tokens: readonly IToken[], types: TokenTypeDictionary): void {
  if (!tokens.some((_, at) => typeAt(tokens, at) === blocks.glossary)) return;
  const isOutside = outsideTexts(tokens);
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    const type = typeAt(tokens, at);
    if (type === '{' && (depth > 0 || typeAt(tokens, at - 1) === blocks.glossary)) depth += 1;
    else if (type === '}' && depth > 0) depth -= 1;
    else if (
      depth > 0 &&
      isOutside[at] &&
      (isName(tokens, at) || isOmitted(tokens, at) || isTerm(tokens, at))
    )
      retype(token, types['NAME']!);
  }
}

/** 不列 2210202, and the next term on the next line: its name is not that of the code. */
function isOmitted(tokens: readonly IToken[], at: number): boolean {
  return typeAt(tokens, at) === 'CODE' && typeAt(tokens, at - 1) === '不列' && endsLine(tokens, at);
}

/** Not what is said of a term (说明 "…"), nor what begins another block whose brace was lost (单位 "…" 事业). */
function isTerm(tokens: readonly IToken[], at: number): boolean {
  if (!/^[\u4e00-\u9fff]|^PROJECT$/.test(typeAt(tokens, at)) || neverTerms.has(tokens[at]!.image))
    return false;
  if (!startsTerm(tokens, at) || endsLine(tokens, at) || !isText(typeAt(tokens, at + 1))) return false;
  return typeAt(tokens, at + 1) === 'TEXT_OPEN' || typeAt(tokens, at + 2) !== '{';
}

const neverTerms: ReadonlySet<string> = new Set([
  ...attributes.map(({ name }) => name),
  ...['不列', '忽略', '引用', '抵销', '单位', '模板', '规则'],
]);

function startsTerm(tokens: readonly IToken[], at: number): boolean {
  return startsLine(tokens, at) || /^(STRING|TEXT_BLOCK|TEXT_CLOSE)$/.test(typeAt(tokens, at - 1));
}

function isText(type: string): boolean {
  return /^(STRING|TEXT_OPEN|TEXT_BLOCK)$/.test(type);
}

function isName(tokens: readonly IToken[], at: number): boolean {
  if (typeAt(tokens, at) !== 'STRING') return false;
  if (typeAt(tokens, at - 1) !== 'CODE' || endsLine(tokens, at - 1)) return false;
  if (typeAt(tokens, at - 2) === '不列') return true;
  return !endsLine(tokens, at) && isText(typeAt(tokens, at + 1));
}
