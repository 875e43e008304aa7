import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { endsLine, outsideTexts, retype, startsLine, typeAt } from './token-runs.js';

const changes = new Set(['之前', '之后', '里', '换成', '改名', '移到']);

/**
 * 行 "乙" 3, and on the next line "总计" 之前 { … }: values may follow one another over lines, and a parser that looks at
 * the text alone takes it for one more.
 */
export function settleChangeTitles(tokens: readonly IToken[], types: TokenTypeDictionary): void {
  const isOutside = outsideTexts(tokens);
  for (const [at, token] of tokens.entries()) {
    if (typeAt(tokens, at) !== 'STRING' || !changes.has(typeAt(tokens, at + 1))) continue;
    const before = typeAt(tokens, at - 1);
    const isBehind = !/^[{}]?$/.test(before) && !changes.has(before);
    if (isBehind && isOutside[at] && startsLine(tokens, at) && !endsLine(tokens, at))
      retype(token, types['TITLE_BEHIND']!);
  }
}
