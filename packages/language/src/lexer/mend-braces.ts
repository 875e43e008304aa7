import { createTokenInstance, type IToken, type TokenTypeDictionary } from 'chevrotain';
import { type LexingProblem, tokenProblem } from './lexing-problem.js';

interface Mended {
  tokens: IToken[];
  problems: LexingProblem[];
  /** The braces that were put in, by the problem that tells of each. */
  put: ReadonlyMap<LexingProblem, IToken>;
}

const none: ReadonlyMap<LexingProblem, IToken> = new Map();

/** A block that is open: the indentation of the line that opened it. */
interface Block {
  indentation: number;
  line: number;
}

/**
 * Where the braces of a file do not match, its indentation mostly tells which one is lost or too many: a block ends
 * before a line that stands no deeper than the one that opened it. Nothing is mended where more would have to be
 * than there are braces missing: then the lines are not indented by their blocks.
 */
export function mendBraces(tokens: IToken[], types: TokenTypeDictionary): Mended {
  const lacking = count(tokens, '{') - count(tokens, '}');
  if (lacking === 0) return { tokens, problems: [], put: none };
  const mender = new Mender(types);
  for (const token of tokens) {
    mender.read(token);
    if (mender.problems.length > Math.abs(lacking)) return { tokens, problems: [], put: none };
  }
  mender.end();
  return mender.problems.length === Math.abs(lacking) ? mender : { tokens, problems: [], put: none };
}

function count(tokens: readonly IToken[], type: string): number {
  return tokens.filter(({ tokenType }) => tokenType.name === type).length;
}

class Mender implements Mended {
  readonly tokens: IToken[] = [];
  readonly problems: LexingProblem[] = [];
  readonly put = new Map<LexingProblem, IToken>();
  private readonly blocks: Block[] = [];
  /** Of the line that was read last. */
  private indentation = 0;
  /** Lines without a brace at their end that deeper ones follow, as places in `tokens` behind them. */
  private readonly heads: { at: number; indentation: number; depth: number }[] = [];

  constructor(private readonly types: TokenTypeDictionary) {}

  read(token: IToken): void {
    const type = token.tokenType.name;
    const before = this.tokens.at(-1);
    if (!before || before.endLine! < token.startLine!) this.beginLine(token, before);
    if (type === '{') this.blocks.push({ indentation: this.indentation, line: token.startLine! });
    else if (type === '}' && !this.closes(token)) return;
    else if (type === ')' && this.isMeantAsClosing(token)) return this.replace(token);
    this.tokens.push(token);
  }

  /** What is open at the end of the file lacks its brace there. */
  end(): void {
    while (this.blocks.length > 0) this.insertClosing();
  }

  private beginLine(token: IToken, before: IToken | undefined): void {
    const indentation = token.startColumn! - 1;
    const isClosing = /^[})]$/.test(token.tokenType.name);
    if (before && indentation > this.indentation && before.tokenType.name !== '{')
      this.heads.push({
        at: this.tokens.length,
        indentation: this.indentation,
        depth: this.blocks.length,
      });
    this.indentation = indentation;
    const isOver = ({ indentation: outer }: Block) =>
      isClosing ? indentation < outer : indentation <= outer;
    while (this.blocks.length > 0 && isOver(this.blocks.at(-1)!)) this.insertClosing();
  }

  /** Whether a brace closes the block that is open; one that closes none is left out, or its other half put in. */
  private closes(token: IToken): boolean {
    const block = this.blocks.at(-1);
    const isFirst = this.tokens.at(-1)?.endLine !== token.startLine;
    if (block && (!isFirst || block.indentation === this.indentation)) {
      this.blocks.pop();
      return true;
    }
    const head = this.heads.findLast(
      ({ indentation, depth }) => indentation === this.indentation && depth === this.blocks.length,
    );
    if (head && isFirst) this.insertOpening(head.at);
    else this.problems.push(tokenProblem('superfluous-brace', token));
    return head !== undefined && isFirst;
  }

  /** Alone on its line, where the block ends. */
  private isMeantAsClosing({ startLine }: IToken): boolean {
    const isFirst = this.tokens.at(-1)?.endLine !== startLine;
    return isFirst && this.blocks.at(-1)?.indentation === this.indentation;
  }

  private replace(token: IToken): void {
    this.blocks.pop();
    const problem = { ...tokenProblem('wrong-brace', token), found: token.image };
    this.tokens.push(this.inserted('}', token, problem));
  }

  private insertClosing(): void {
    this.blocks.pop();
    const last = this.tokens.at(-1)!;
    this.tokens.push(this.inserted('}', last, tokenProblem('missing-brace', last)));
  }

  private insertOpening(at: number): void {
    const last = this.tokens[at - 1]!;
    const problem = { ...tokenProblem('missing-opening-brace', last), found: last.image };
    this.tokens.splice(at, 0, this.inserted('{', last, problem));
    for (const head of this.heads) if (head.at > at) head.at++;
  }

  private inserted(type: string, last: IToken, problem: LexingProblem): IToken {
    const token = inserted(type, last, this.types);
    this.problems.push(problem);
    this.put.set(problem, token);
    return token;
  }
}

/** A brace that nobody wrote; it stands on the line of the word before it, and nowhere in the text. */
function inserted(type: string, { endLine }: IToken, types: TokenTypeDictionary): IToken {
  const token = createTokenInstance(types[type]!, '', NaN, NaN, endLine!, endLine!, NaN, NaN);
  return Object.assign(token, { isInsertedInRecovery: true });
}
