import type { IToken, TokenType, TokenTypeDictionary } from 'chevrotain';
import { type LexingProblem, tokenProblem } from './lexing-problem.js';
import { isTold } from './lexing-problem.js';
import { dayMeant, letterIn, numberMeant, whatIsWrong, withDigits } from './malformed-number.js';

/**
 * Tells of each number that is none, and takes it as what was meant where nothing is computed from it: a code or a
 * year with a letter in it. Figures stay unread.
 */
export function settleNumbers(tokens: IToken[], types: TokenTypeDictionary): LexingProblem[] {
  const problems: LexingProblem[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.tokenType.name !== 'MALFORMED' || token.payload === isTold) continue;
    const meant = dayMeant(token.image) ?? numberMeant(token.image);
    const isCode = isWhole(token) && isNoFigure(tokens, at);
    problems.push({ ...problemOf(token, isCode), found: token.image, suggestions: meant ? [meant] : [] });
    if (isCode) takeAsMeant(token, types['NUMBER']!);
  }
  return problems;
}

function problemOf(token: IToken, isCode: boolean): LexingProblem {
  const letter = letterIn(token.image);
  if (letter) {
    return { ...tokenProblem(isCode ? 'letter-in-code' : 'letter-in-number', token), parameters: letter };
  }
  if (dayMeant(token.image) !== undefined) return tokenProblem('wrong-date', token);
  const parameters = { reason: `figure-${whatIsWrong(token.image)}` };
  return { ...tokenProblem('odd-figure', token), parameters };
}

/** Letters for digits and nothing else. */
function isWhole({ image }: IToken): boolean {
  return /^[0-9０-９]{3,9}$/.test(withDigits(image));
}

function isNoFigure(tokens: IToken[], at: number): boolean {
  const [before, outer] = [tokens[at - 1], tokens[at - 2]];
  if (!before || before.endLine !== tokens[at]!.startLine) return true;
  return /^([{}]|科目|科目年度)$/.test(before.tokenType.name) || /决算$/.test(outer?.tokenType.name ?? '');
}

function takeAsMeant(token: IToken, number: TokenType): void {
  token.image = withDigits(token.image);
  token.tokenType = number;
  token.tokenTypeIdx = number.tokenTypeIdx!;
}
