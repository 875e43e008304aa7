import type { IToken } from 'chevrotain';
import { type LexingProblem, tokenProblem } from './lexing-problem.js';

/** Words that can begin something outside of all braces; see Element in the grammar. */
export const elementWords = new Set(['部门决算', '单位决算', '模板', '规则', '结构', '短语', '表样']);

/**
 * Takes out what stands in the way of everything behind it: a } that would close the report before its end,
 * and what can begin nothing at the top level. The parser would stop there; so the rest of the file is read.
 */
export function dropStrayTokens(tokens: IToken[]): { tokens: IToken[]; problems: LexingProblem[] } {
  const kept: IToken[] = [];
  const problems: LexingProblem[] = [];
  let depth = 0;
  /** Of blocks of nothing known: what stands in them goes with the words before them. */
  let strayDepth = 0;
  let isHeader = false;
  let isDropping = false;
  for (const [at, token] of tokens.entries()) {
    const type = token.tokenType.name;
    if (depth === 0 && !isHeader && startsElement(tokens, at) && (strayDepth === 0 || isFirst(tokens, at))) {
      isHeader = true;
      strayDepth = 0;
    }
    const isStray = depth === 0 ? !isHeader || type === '}' : closesTooEarly(tokens, at, depth);
    if (isStray) {
      const isClosing = type === '}' && strayDepth === 0;
      if (!isDropping || isClosing) problems.push(strayProblem(token));
      if (depth === 0 && type === '{' && problems.at(-1)?.code === 'superfluous-text')
        problems.at(-1)!.code = 'outside-brace';
      if (depth === 0) strayDepth = Math.max(0, strayDepth + (type === '{' ? 1 : type === '}' ? -1 : 0));
      isDropping = depth === 0;
      continue;
    }
    isDropping = false;
    kept.push(token);
    depth += type === '{' ? 1 : type === '}' ? -1 : 0;
    if (depth > 0) isHeader = false;
  }
  return { tokens: kept, problems };
}

/** The first word of its line, not indented: a report that a stray block was not closed before. */
function isFirst(tokens: readonly IToken[], at: number): boolean {
  return tokens[at]!.startColumn === 1 && tokens[at - 1]?.endLine !== tokens[at]!.startLine;
}

/** A brace that leaves the report although what follows still belongs to it. */
function closesTooEarly(tokens: IToken[], at: number, depth: number): boolean {
  if (depth > 1 || tokens[at]!.tokenType.name !== '}') return false;
  const next = nextOpen(tokens, at + 1);
  return next < tokens.length && !startsElement(tokens, next);
}

/** The next token that is not a brace which closes too much already. */
function nextOpen(tokens: IToken[], at: number): number {
  while (tokens[at]?.tokenType.name === '}') at++;
  return at;
}

/** 模板 甲 is a line of a report, 模板 甲 { and 模板 甲 改自 乙 begin a template. */
function startsElement(tokens: IToken[], at: number): boolean {
  const type = tokens[at]!.tokenType.name;
  if (type !== '模板') return elementWords.has(type);
  return ['{', '改自'].includes(tokens[at + 2]?.tokenType.name ?? '');
}

function strayProblem(token: IToken): LexingProblem {
  const code = token.tokenType.name === '}' ? 'superfluous-brace' : 'superfluous-text';
  return { ...tokenProblem(code, token), found: token.image };
}
