import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { blocks } from '@fiscal/core';
import { endsLine, outsideTexts, retype, typeAt } from './token-runs.js';

/**
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
    else if (depth > 0 && isOutside[at] && (isName(tokens, at) || isOmitted(tokens, at)))
      retype(token, types['NAME']!);
  }
}

/** 不列 2210202, and the next term on the next line: its name is not that of the code. */
function isOmitted(tokens: readonly IToken[], at: number): boolean {
  return typeAt(tokens, at) === 'CODE' && typeAt(tokens, at - 1) === '不列' && endsLine(tokens, at);
}

function isName(tokens: readonly IToken[], at: number): boolean {
  if (typeAt(tokens, at) !== 'STRING') return false;
  if (typeAt(tokens, at - 1) !== 'CODE' || endsLine(tokens, at - 1)) return false;
  if (typeAt(tokens, at - 2) === '不列') return true;
  return !endsLine(tokens, at) && /^(STRING|TEXT_OPEN|TEXT_BLOCK)$/.test(typeAt(tokens, at + 1));
}
