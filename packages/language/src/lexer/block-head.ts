import type { IToken } from 'chevrotain';

/** More words than these nobody needs to know a block by. */
const mostWords = 4;

/** The words that name the block which a brace opens: 支出 一般公共预算, 2012601 行政运行; not its figures. */
export function headBefore(tokens: readonly IToken[], brace: IToken): readonly IToken[] {
  let start = tokens.length;
  while (start > 0 && isOfHead(tokens[start - 1]!, tokens[start], brace)) start--;
  let end = start + 1;
  while (end < tokens.length && end - start < mostWords && isName(tokens[end]!)) end++;
  return tokens.slice(start, end);
}

/** On the line of what stands behind it, and in the same block. */
function isOfHead(token: IToken, next: IToken | undefined, brace: IToken): boolean {
  const line = (next ?? brace).startLine;
  return token.endLine === line && !/^[{}]$/.test(token.tokenType.name);
}

function isName({ tokenType: { name } }: IToken): boolean {
  return /^(NAME|STRING|按科目)$/.test(name);
}
