import type { IToken } from 'chevrotain';
import { lexingProblem, type LexingProblem } from './lexing-problem.js';

/** Tokens that can begin something outside of all braces; see Element in the grammar. */
const starters = new Set(
  (
    '部门决算 单位决算 模板 规则 结构 引用 单位 收入 支出 基本支出 项目支出 三公经费 项目 名词解释 忽略 ' +
    'NAME STRING CODE'
  ).split(' '),
);

/**
 * Takes out what can begin nothing at the top level, above all a superfluous }, so that the parser does not
 * stop there and the rest of the file is still read.
 */
export function dropStrayTokens(tokens: IToken[]): { tokens: IToken[]; problems: LexingProblem[] } {
  const kept: IToken[] = [];
  const problems: LexingProblem[] = [];
  let depth = 0;
  let isStart = true;
  let isDropping = false;
  for (const token of tokens) {
    const type = token.tokenType.name;
    if (depth === 0 && (type === '}' || (isStart && !starters.has(type)))) {
      if (!isDropping) problems.push(strayProblem(token));
      isDropping = true;
      continue;
    }
    isDropping = false;
    kept.push(token);
    depth += type === '{' ? 1 : type === '}' ? -1 : 0;
    isStart = depth === 0 && type === '}';
  }
  return { tokens: kept, problems };
}

function strayProblem(token: IToken): LexingProblem {
  const code = token.tokenType.name === '}' ? 'superfluous-brace' : 'superfluous-text';
  return {
    ...lexingProblem(code, token.startOffset, token.image.length, token.startLine!, token.startColumn!),
    found: token.image,
  };
}
