import { createTokenInstance, type IToken, type TokenTypeDictionary } from 'chevrotain';
import { type LexingProblem, tokenProblem } from './lexing-problem.js';
import { endsLine, startsLine, typeAt } from './token-runs.js';

interface Opened {
  tokens: IToken[];
  problems: LexingProblem[];
}

/**
 * 三公经费 公务接待费 0.30: a block whose parts stand behind its word, on the same line and without braces. Nothing else can
 * begin so, and nothing of it would be read; both braces are put in, or the one that is not there.
 */
export function openBlocks(tokens: IToken[], types: TokenTypeDictionary): Opened {
  const problems: LexingProblem[] = [];
  if (!tokens.some((_, at) => lacksBrace(tokens, at))) return { tokens, problems };
  const opened: IToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    opened.push(token);
    if (!lacksBrace(tokens, at)) continue;
    let end = at + 1;
    while (!endsLine(tokens, end)) end++;
    const line = tokens.slice(at + 1, end + 1);
    problems.push({
      ...tokenProblem('lines-without-braces', token),
      found: token.image,
    });
    const isClosed = depthOf(line) < 0 || isDeeper(tokens[end + 1], tokens, at);
    opened.push(brace('{', token, types), ...line, ...(isClosed ? [] : [brace('}', line.at(-1)!, types)]));
    at = end;
  }
  return { tokens: opened, problems };
}

function lacksBrace(tokens: readonly IToken[], at: number): boolean {
  const type = typeAt(tokens, at);
  if (type !== '三公经费' && type !== '收入') return false;
  return startsLine(tokens, at) && !endsLine(tokens, at) && typeAt(tokens, at + 1) === 'NAME';
}

function depthOf(line: readonly IToken[]): number {
  const count = (type: string) => line.filter(({ tokenType }) => tokenType.name === type).length;
  return count('{') - count('}');
}

/** The block goes on in the lines below. */
function isDeeper(next: IToken | undefined, tokens: readonly IToken[], at: number): boolean {
  return next !== undefined && next.tokenType.name !== '}' && next.startColumn! > tokens[at]!.startColumn!;
}

/** A brace that nobody wrote; it stands on the line of the word before it, and nowhere in the text. */
export function brace(type: string, { endLine }: IToken, types: TokenTypeDictionary): IToken {
  const token = createTokenInstance(types[type]!, '', NaN, NaN, endLine!, endLine!, NaN, NaN);
  return Object.assign(token, { isInsertedInRecovery: true });
}
