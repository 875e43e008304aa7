import type { IToken } from 'chevrotain';
import { lexingProblem, type LexingProblem } from './lexing-problem.js';

/** No report nests more than a dozen blocks; the parser, being recursive, has to stop somewhere. */
const deepest = 64;

/**
 * Takes out what is nested too deep to be meant, with a problem where it begins, so that neither the parser
 * nor anything behind it overflows the stack. What follows at a sensible depth is still read.
 */
export function limitDepth(tokens: IToken[]): { tokens: IToken[]; problems: LexingProblem[] } {
  const kept: IToken[] = [];
  const problems: LexingProblem[] = [];
  const nesting = new Nesting();
  let isDropping = false;
  for (const token of tokens) {
    const isTooDeep = nesting.depthAt(token.tokenType.name) >= deepest;
    if (isTooDeep && !isDropping) problems.push(tooDeep(token));
    isDropping = isTooDeep;
    if (!isTooDeep) kept.push(token);
  }
  return { tokens: kept, problems };
}

/** How deep the parser stands in rules that contain themselves. */
class Nesting {
  /** For each open block or bracket its depth: 否则 若 is read inside the choice before it. */
  private readonly levels = [0];
  /** Signs in a row: each stands inside the sign before it. */
  private signs = 0;
  private previous = '';

  /** The depth at which a token stands. */
  depthAt(type: string): number {
    if ((type === '}' || type === ')') && this.levels.length > 1) this.levels.pop();
    if (type === '否则') this.deepen();
    if (type === '若' && this.previous !== '否则') this.levels[this.levels.length - 1] = this.outer();
    this.signs = type === '-' || type === '非' ? this.signs + 1 : 0;
    this.previous = type;
    const depth = this.levels.at(-1)! + this.signs;
    if (type === '{' || type === '(') this.levels.push(depth + 1);
    return depth;
  }

  private deepen(): void {
    this.levels[this.levels.length - 1]!++;
  }

  /** The depth of the block before anything was chosen in it. */
  private outer(): number {
    return this.levels.length > 1 ? this.levels.at(-2)! + 1 : 0;
  }
}

function tooDeep({ startOffset, image, startLine, startColumn }: IToken): LexingProblem {
  return lexingProblem('too-deep', startOffset, image.length, startLine!, startColumn!);
}
