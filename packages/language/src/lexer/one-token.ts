import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';

/** One token for all that stands from the first of some to the last. */
export function oneToken(tokens: readonly IToken[], text: string, type: TokenType): IToken {
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  return createTokenInstance(
    type,
    text.slice(first.startOffset, last.endOffset! + 1),
    first.startOffset,
    last.endOffset!,
    first.startLine!,
    last.endLine!,
    first.startColumn!,
    last.endColumn!,
  );
}
