import type { IToken } from 'chevrotain';

/** Words that begin something with expressions in it. */
const headsOfExpressions = new Set(['规则', '结构']);
/** A head over several lines goes on with one of these. */
const continuations = /^(级别|依据|当|每|说|于|且|或|非|[-+*/=≠<≤>≥|])$/;

/**
 * Whether each token stands in the data of a report: between its braces, in no hole of a text, in no rule and in no
 * 结构. Only there a point can stand in nothing but a number.
 */
export function dataPlaces(tokens: readonly IToken[]): boolean[] {
  const blocks: boolean[] = [];
  let holes = 0;
  /** What the next brace opens; undefined: more of what is around it. */
  let head: boolean | undefined;
  return tokens.map((token, at) => {
    const type = token.tokenType.name;
    const isData = blocks.at(-1) === true && holes === 0 && head === undefined;
    if (type === '【') holes++;
    else if (type === '】') holes = Math.max(0, holes - 1);
    else if (holes > 0) return false;
    else if (type === '{') {
      blocks.push(head ?? blocks.at(-1) ?? false);
      head = undefined;
    } else if (type === '}') blocks.pop();
    else if (blocks.length === 0) head = headAtTop(type) ?? head;
    else if (startsLine(tokens, at)) head = headInside(type, head);
    return isData;
  });
}

function headAtTop(type: string): boolean | undefined {
  if (type === '部门决算' || type === '单位决算') return true;
  return type === '模板' || headsOfExpressions.has(type) ? false : undefined;
}

function headInside(type: string, head: boolean | undefined): boolean | undefined {
  if (headsOfExpressions.has(type)) return false;
  return head !== undefined && continuations.test(type) ? head : undefined;
}

function startsLine(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.endLine !== tokens[at]!.startLine || /^[{}]$/.test(before.tokenType.name);
}
