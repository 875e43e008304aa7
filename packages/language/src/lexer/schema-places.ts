import type { IToken } from 'chevrotain';

/** What a 结构 says of an item, which is no name there. */
const options = /^(开放|每个|文字|按功能科目|按经济科目|别名|计量|[{}])$/;

/** Whether each token stands between the braces of a 结构: all words are names of items there, whatever else they are. */
export function namesInSchemas(tokens: readonly IToken[]): boolean[] {
  let depth = 0;
  let isHead = false;
  return tokens.map((token, at) => {
    const type = token.tokenType.name;
    if (depth === 0 && type === '结构') isHead = true;
    else if (type === '{' && (isHead || depth > 0)) depth++;
    else if (type === '}' && depth > 0) depth--;
    if (depth > 0) isHead = false;
    else if (isHead && endsHead(tokens, at)) isHead = false;
    return depth > 0 && !options.test(type);
  });
}

/** 结构 会议 开放: without braces, up to the end of its line. */
function endsHead(tokens: readonly IToken[], at: number): boolean {
  const after = tokens[at + 1];
  return !after || (after.startLine !== tokens[at]!.endLine && after.tokenType.name !== '{');
}
