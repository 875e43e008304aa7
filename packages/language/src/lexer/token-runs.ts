import type { IToken, TokenType } from 'chevrotain';

/** Which tokens stand outside of all texts, with their holes. */
export function outsideTexts(tokens: readonly IToken[]): boolean[] {
  let depth = 0;
  return tokens.map(({ tokenType: { name } }) => {
    if (name === 'TEXT_OPEN') depth++;
    const isOutside = depth === 0;
    if (name === 'TEXT_CLOSE') depth--;
    return isOutside;
  });
}

/** The first word of its line or of its block. */
export function startsLine(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.endLine !== tokens[at]!.startLine || /^[{}]$/.test(before.tokenType.name);
}

/** The last word of its line. */
export function endsLine(tokens: readonly IToken[], at: number): boolean {
  const after = tokens[at + 1];
  return !after || after.startLine !== tokens[at]!.endLine;
}

/** Whether nothing stands between two tokens that follow each other. */
export function isClose(tokens: readonly IToken[], at: number): boolean {
  return tokens[at]!.endOffset! + 1 === tokens[at + 1]?.startOffset;
}

export function typeAt(tokens: readonly IToken[], at: number): string {
  return tokens[at]?.tokenType.name ?? '';
}

export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx!;
}
