import { createTokenInstance, type IToken, type TokenTypeDictionary } from 'chevrotain';
import { type LexingProblem, spanProblem, tokenProblem } from './lexing-problem.js';
import { endsLine, startsLine, typeAt } from './token-runs.js';

interface Opened {
  tokens: IToken[];
  problems: LexingProblem[];
}

/**
 * 三公经费 公务接待费 0.30: a block whose parts stand behind its word, on the same line and without braces. Nothing else can
 * begin so, and nothing of it would be read; both braces are put in, or the one that is not there. And 三公经费 alone on
 * its line, with the next block below it: what it is about to say is not there yet.
 */
export function openBlocks(tokens: IToken[], types: TokenTypeDictionary): Opened {
  const problems: LexingProblem[] = [];
  const bare = bareHeads(tokens);
  if (bare.size === 0 && !tokens.some((_, at) => lacksBrace(tokens, at))) return { tokens, problems };
  const opened: IToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (bare.has(at)) {
      const head = tokens.slice(at, bare.get(at)! + 1);
      const last = head.at(-1)!;
      const code = mayBeDeclared.test(typeAt(head, 0)) ? 'bare-block' : 'bare-list';
      problems.push({ ...spanProblem(code, head), found: head.map(({ image }) => image).join(' ') });
      opened.push(...head, brace('{', last, types), brace('}', last, types));
      at = bare.get(at)!;
    } else if (lacksBrace(tokens, at)) {
      let end = at + 1;
      while (!endsLine(tokens, end)) end++;
      const line = tokens.slice(at + 1, end + 1);
      problems.push({ ...tokenProblem('lines-without-braces', token), found: token.image });
      const isClosed = depthOf(line) < 0 || isDeeper(tokens[end + 1], tokens, at);
      opened.push(token, brace('{', token, types), ...line);
      if (!isClosed) opened.push(brace('}', line.at(-1)!, types));
      at = end;
    } else opened.push(token);
  }
  return { tokens: opened, problems };
}

/** Blocks that are nothing without their braces: those that may be said to be none, and those that list things. */
const mayBeDeclared = /^(收入|支出|基本支出|项目支出|三公经费)$/;
const listing = /^(名词解释|抵销|PROJECT)$/;

/**
 * Where a head stands alone, by its first word, and its last. What follows is not deeper than the head; a { that was
 * forgotten is told by a } too many, and what follows belongs to the block then.
 */
function bareHeads(tokens: readonly IToken[]): Map<number, number> {
  const heads = new Map<number, number>();
  if (depthOf(tokens) !== 0) return heads;
  for (let at = 0; at < tokens.length; at++) {
    const type = typeAt(tokens, at);
    if (!(mayBeDeclared.test(type) || listing.test(type)) || !startsLine(tokens, at)) continue;
    const end = endsLine(tokens, at) ? at : at + 1;
    if (type === 'PROJECT' && end === at) continue;
    if (end > at && !(endsLine(tokens, end) && /^(NAME|STRING|按科目)$/.test(typeAt(tokens, end)))) continue;
    const next = tokens[end + 1];
    if (!next || next.tokenType.name === '{' || next.startColumn! > tokens[at]!.startColumn!) continue;
    heads.set(at, end);
  }
  return heads;
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
