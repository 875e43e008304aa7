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
    | 'outside-brace'
    | 'too-deep'
    | 'letter-in-number'
    | 'letter-in-code'
    | 'stray-letters'
    | 'grade-for-score'
    | 'unopened-text'
    | 'stray-fence'
    | 'two-lines'
    | 'unclosed-brace'
    | 'missing-opening-brace'
    | 'wrong-brace'
    | 'conflict'
    | 'lookalike'
    | 'invisible-character'
    | 'unquoted-name'
    | 'doubled-brace'
    | 'lines-without-braces'
    | 'bare-block'
    | 'bare-list'
    | 'wrong-opening-brace'
    | 'half-conflict'
    | 'left-mark'
    | 'brackets-for-brace'
    | 'remark'
    | 'list-mark'
    | 'unopened-string'
    | 'inner-quotes'
    | 'other-quotes'
    | 'short-fence'
    | 'unquoted-text'
    | 'unfenced-text'
    | 'prose'
    | 'text-at-fence'
    | 'misspelt-head'
    | 'blank-in-name'
    | 'year-in-words'
    | 'word-for-figure'
    | 'word-for-nothing'
    | 'odd-figure'
    | 'malformed-code'
    | 'wrong-date'
    | 'unexpected-character';
  /** What stands there, where the message says it. */
  found?: string;
  /** What was probably meant. */
  suggestions?: string[];
  /** What else the message says. */
  parameters?: Record<string, string>;
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

/** A problem with all from the first of some tokens to the last, as far as they stand on the first one's line. */
export function spanProblem(code: LexingProblem['code'], tokens: readonly IToken[]): LexingProblem {
  const first = tokens[0]!;
  const last = tokens.findLast(({ endLine }) => endLine === first.startLine) ?? first;
  const problem = tokenProblem(code, first);
  return { ...problem, length: Math.max(problem.length, last.endOffset! + 1 - first.startOffset) };
}

/** Payload of a token that is not what it should be, and told already. */
export const isTold = Symbol('told');
