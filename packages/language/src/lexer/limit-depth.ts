import type { IToken } from 'chevrotain';
import { type LexingProblem, tokenProblem } from './lexing-problem.js';

/** No report nests more than a dozen blocks; the parser, being recursive, has to stop somewhere. */
const deepest = 64;
/** Likewise each sign of an expression stands around all that is before it: 甲 + 乙 + 丙. */
const longest = 500;

/**
 * Takes out what is nested too deep to be meant, with a problem where it begins, so that neither the parser
 * nor anything behind it overflows the stack. What follows at a sensible depth is still read.
 */
export function limitDepth(tokens: IToken[]): { tokens: IToken[]; problems: LexingProblem[] } {
  const kept: IToken[] = [];
  const problems: LexingProblem[] = [];
  const nesting = new Nesting();
  const chain = new Chain();
  let isDropping = false;
  for (const token of tokens) {
    const depth = nesting.depthAt(token.tokenType.name);
    const isTooDeep = chain.lengthAt(token) > longest || depth >= deepest;
    if (isTooDeep && !isDropping) problems.push(tokenProblem('too-deep', token));
    isDropping = isTooDeep;
    if (!isTooDeep) kept.push(token);
  }
  return { tokens: kept, problems };
}

const strengths: Record<string, number> = { '(': 1, ')': 1, '【': 2, '】': 2, '{': 3, '}': 3 };

interface Level {
  /** Of the sign that opened it; 0 for the file. */
  strength: number;
  /** The depth before anything was chosen in it. */
  outer: number;
  depth: number;
}

/** How deep the parser stands in rules that contain themselves. */
class Nesting {
  private readonly levels: Level[] = [{ strength: 0, outer: 0, depth: 0 }];
  /** Signs in a row: each stands inside the sign before it. */
  private signs = 0;
  private previous = '';

  /** The depth at which a token stands. */
  depthAt(type: string): number {
    if (/^[})】]$/.test(type)) this.close(strengths[type]!);
    const level = this.levels.at(-1)!;
    // 否则 若 is read inside the choice before it.
    if (type === '否则') level.depth++;
    if (type === '若' && this.previous !== '否则') level.depth = level.outer;
    this.signs = type === '-' || type === '非' ? this.signs + 1 : 0;
    this.previous = type;
    const depth = level.depth + this.signs;
    if (/^[{(【]$/.test(type)) this.open(strengths[type]!, depth + 1);
    return depth;
  }

  private open(strength: number, depth: number): void {
    this.levels.push({ strength, outer: depth, depth });
  }

  /** A closing sign ends what was left open inside of what it closes: } also a hole, 】 also brackets. */
  private close(strength: number): void {
    while (this.levels.length > 1 && this.levels.at(-1)!.strength < strength) this.levels.pop();
    if (this.levels.at(-1)!.strength === strength) this.levels.pop();
  }
}

const links = new Set(['+', '-', '*', '/', '|', '且', '或']);
const operands = new Set(['NAME', 'NUMBER', 'UNIT', 'STRING', 'TEXT_CLOSE', ')']);

/** How many signs the expression has up to a token. */
class Chain {
  private length = 0;
  private previous: IToken | undefined;

  lengthAt(token: IToken): number {
    if (links.has(token.tokenType.name)) this.length++;
    else if (this.endsBefore(token)) this.length = 0;
    this.previous = token;
    return this.length;
  }

  /** A brace, a keyword, or a line that begins with a name where no sign led to it. */
  private endsBefore(token: IToken): boolean {
    const type = token.tokenType.name;
    if (/^(CODE|[{}【】=]|[\u4e00-\u9fff].*)$/.test(type)) return type !== '非';
    const before = this.previous;
    return before !== undefined && before.endLine !== token.startLine && operands.has(before.tokenType.name);
  }
}
