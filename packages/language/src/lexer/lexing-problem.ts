import type { ILexingError, IToken } from 'chevrotain';

/** A lexing error with the code of its message; the parser's own errors have no code. */
export interface LexingProblem extends ILexingError {
  code:
    | 'unclosed-text'
    | 'unclosed-string'
    | 'unclosed-hole'
    | 'stray-percent'
    | 'superfluous-brace'
    | 'superfluous-text'
    | 'too-deep'
    | 'malformed-number'
    | 'two-lines'
    | 'missing-brace'
    | 'missing-opening-brace'
    | 'wrong-brace'
    | 'conflict'
    | 'lookalike'
    | 'invisible-character'
    | 'unquoted-name';
  /** What stands there, where the message says it. */
  found?: string;
  /** What was probably meant. */
  suggestions?: string[];
  /** The same slip elsewhere on the line. */
  others?: LexingProblem[];
}

export function lexingProblem(
  code: LexingProblem['code'],
  offset: number,
  length: number,
  line: number,
  column: number,
): LexingProblem {
  return { code, offset, length, line, column, message: code };
}

/** A problem with a token as a whole; of several lines the first is shown. */
export function tokenProblem(code: LexingProblem['code'], token: IToken): LexingProblem {
  const { length } = /^[^\r\n]*/.exec(token.image)![0];
  return lexingProblem(code, token.startOffset, length, token.startLine!, token.startColumn!);
}
