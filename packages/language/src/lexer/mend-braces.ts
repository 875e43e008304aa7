import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isBlockWord } from '../syntax/block-words.js';
import { headBefore } from './block-head.js';
import { type LexingProblem, spanProblem, tokenProblem } from './lexing-problem.js';
import { brace } from './open-blocks.js';

interface Mended {
  tokens: IToken[];
  problems: LexingProblem[];
  /** The braces that were put in, by the problem that tells of each. */
  put: ReadonlyMap<LexingProblem, IToken>;
}

const none: ReadonlyMap<LexingProblem, IToken> = new Map();

/** A block that is open: the indentation of the line that opened it, and the words before its brace, with that. */
interface Block {
  indentation: number;
  line: number;
  head: readonly IToken[];
}

/** By what is seen which brace is lost or too many. */
interface Signs {
  /** A brace that ends a line with a brace before it, and closes a block from further out, is too many. */
  isPaired: boolean;
  /** A word that begins a block of the report stands in no other. */
  byWords: boolean;
}

/** What tells most comes first: one way is taken when it mends all that there is to be mended. */
const ways: readonly Signs[] = [
  { isPaired: true, byWords: false },
  { isPaired: false, byWords: false },
  { isPaired: false, byWords: true },
];

/**
 * Where the braces of a file do not match, its indentation mostly tells which one is lost or too many: a block ends
 * before a line that stands no deeper than the one that opened it. Lines that are not indented by their blocks may
 * still begin with the word of a block. Nothing is mended where more would have to be than there are braces missing.
 */
export function mendBraces(tokens: IToken[], types: TokenTypeDictionary): Mended {
  const single = withoutDoubled(tokens);
  const lacking = count(single.tokens, '{') - count(single.tokens, '}');
  if (lacking === 0) return single;
  for (const signs of ways) {
    const mended = mendBy(signs, single.tokens, types, Math.abs(lacking));
    if (mended) return { ...mended, problems: [...single.problems, ...mended.problems] };
  }
  return single;
}

function mendBy(
  signs: Signs,
  tokens: IToken[],
  types: TokenTypeDictionary,
  lacking: number,
): Mended | undefined {
  const mender = new Mender(types, signs);
  for (const token of tokens) {
    mender.read(token);
    if (mender.problems.length > lacking) return undefined;
  }
  mender.end();
  const { problems, put } = mender;
  return problems.length === lacking ? { tokens: mender.tokens, problems, put } : undefined;
}

/** 三公经费 { {: nothing can begin with a brace. Where one closes each of both, that goes too. */
function withoutDoubled(tokens: IToken[]): Mended {
  const isDoubled = (at: number) =>
    at > 0 && tokens[at]!.tokenType.name === '{' && tokens[at - 1]!.tokenType.name === '{';
  if (!tokens.some((_, at) => isDoubled(at))) return { tokens, problems: [], put: none };
  let spare = Math.max(
    0,
    count(tokens, '}') - count(tokens, '{') + tokens.filter((_, at) => isDoubled(at)).length,
  );
  const problems: LexingProblem[] = [];
  const open: boolean[] = [];
  const kept = tokens.filter((token, at) => {
    const type = token.tokenType.name;
    if (type === '{') {
      open.push(isDoubled(at));
      if (isDoubled(at)) problems.push(tokenProblem('doubled-brace', token));
      return !isDoubled(at);
    }
    // The one that closes what was left out.
    return !(type === '}' && open.pop() === true && spare-- > 0);
  });
  return { tokens: kept, problems, put: none };
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

  constructor(
    private readonly types: TokenTypeDictionary,
    private readonly signs: Signs,
  ) {}

  read(token: IToken): void {
    const type = token.tokenType.name;
    const before = this.tokens.at(-1);
    if (!before || before.endLine! < token.startLine!) this.beginLine(token, before);
    if (type === '{') this.open(token);
    else if (type === '}' && !this.closes(token)) return;
    else if (type === ')' && this.isMeantAsClosing(token)) return this.replace(token);
    this.tokens.push(token);
  }

  private open(brace: IToken): void {
    const head = [...headBefore(this.tokens, brace), brace];
    this.blocks.push({ indentation: this.indentation, line: brace.startLine!, head });
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
    if (this.signs.byWords) {
      const outer = isBlockWord(token.image) && this.isInReport() ? 1 : Infinity;
      while (this.blocks.length > outer) this.insertClosing();
    } else while (this.blocks.length > 0 && isOver(this.blocks.at(-1)!)) this.insertClosing();
  }

  private isInReport(): boolean {
    return /决算$/.test(this.blocks[0]?.head[0]?.image ?? '') && this.blocks[1]?.head[0]?.image !== '抵销';
  }

  /** Whether a brace closes the block that is open; one that closes none is left out, or its other half put in. */
  private closes(token: IToken): boolean {
    const block = this.blocks.at(-1);
    const isFirst = this.tokens.at(-1)?.endLine !== token.startLine;
    if (block && !this.isTooMany(block, isFirst) && (!isFirst || this.isAt(block))) {
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

  private isAt({ indentation }: Block): boolean {
    return this.signs.byWords || indentation === this.indentation;
  }

  /** } }: the second, where the block of the first began at this line's indentation. */
  private isTooMany({ indentation, line }: Block, isFirst: boolean): boolean {
    if (!this.signs.isPaired || isFirst || indentation >= this.indentation) return false;
    const before = this.tokens.at(-1)!;
    return before.tokenType.name === '}' && line < before.startLine!;
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

  /** Told at the block that is open; the place where it ends is the other one. */
  private insertClosing(): void {
    const { head, line } = this.blocks.pop()!;
    const last = this.writtenBefore(this.tokens.length);
    const parameters = { head: wordsOf(head), line: String(line), last: String(last.endLine), found: '“}”' };
    const problem = {
      ...spanProblem('unclosed-brace', head),
      parameters,
      others: [tokenProblem('unclosed-brace', last)],
    };
    this.tokens.push(this.inserted('}', last, problem));
  }

  private insertOpening(at: number): void {
    const last = this.writtenBefore(at);
    const problem = { ...tokenProblem('missing-opening-brace', last), found: last.image };
    this.tokens.splice(at, 0, this.inserted('{', last, problem));
    for (const head of this.heads) if (head.at > at) head.at++;
  }

  /** The last one that somebody wrote: a brace that was put in has no place. */
  private writtenBefore(at: number): IToken {
    let last = at - 1;
    while (last > 0 && Number.isNaN(this.tokens[last]!.startOffset)) last -= 1;
    return this.tokens[last]!;
  }

  private inserted(type: string, last: IToken, problem: LexingProblem): IToken {
    const token = brace(type, last, this.types);
    this.problems.push(problem);
    this.put.set(problem, token);
    return token;
  }
}

/** 支出 一般公共预算, without its brace. */
function wordsOf(head: readonly IToken[]): string {
  const words = head.slice(0, -1).map(({ image }) => image);
  return words.join(' ') || '{';
}
