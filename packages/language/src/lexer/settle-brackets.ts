import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { dataPlaces } from './data-places.js';
import { type LexingProblem, spanProblem, tokenProblem } from './lexing-problem.js';
import { oneToken } from './one-token.js';
import { unknownCharacter } from './unknown-characters.js';
import { endsLine, outsideTexts, retype, startsLine, typeAt } from './token-runs.js';

export interface Settled {
  tokens: IToken[];
  problems: LexingProblem[];
}

const pairs = new Map('(（[［【〔《〈「『'.split('').map((open, at) => [open, ')）]］】〕》〉」』'[at]!]));
const closings = new Set(pairs.values());
/** No pair on one line has more words in it. */
const longest = 200;
/** （一）: the number of a heading. */
const numeral = /^[一二三四五六七八九十0-9０-９]{1,3}$/;

/**
 * Brackets other than braces, which stand in the data of a report for nothing at all: for braces, 国有资产 ( 车辆 0 辆 ); around
 * a figure below zero, (126.40); around a remark; around the number of a heading, （一）. Each pair is told once.
 */
export function settleBrackets(tokens: IToken[], text: string, types: TokenTypeDictionary): Settled {
  if (!tokens.some(isBracket)) return { tokens, problems: [] };
  return new Brackets(tokens, text, types).settle();
}

function isBracket({ tokenType: { name } }: IToken): boolean {
  return name === 'BRACKET' || name === '(' || name === ')' || name === '【' || name === '】';
}

class Brackets {
  private readonly isData: boolean[];
  private readonly problems: LexingProblem[] = [];
  private readonly kept: IToken[] = [];
  private lacking: number;

  constructor(
    private readonly tokens: IToken[],
    private readonly text: string,
    private readonly types: TokenTypeDictionary,
  ) {
    const isOutside = outsideTexts(tokens);
    // To dataPlaces 【 opens the hole of a text.
    const named = tokens.map((token, at) =>
      isOutside[at] && isBracket(token)
        ? (Object.assign(Object.create(token), { tokenType: types['NAME'] }) as IToken)
        : token,
    );
    const places = dataPlaces(named);
    this.isData = tokens.map((_, at) => isOutside[at]! && (places[at]! || this.opensReport(at)));
    const count = (type: string) => tokens.filter(({ tokenType }) => tokenType.name === type).length;
    this.lacking = count('}') - count('{');
  }

  /** 部门决算 甲局 2023 (: the last word of the line. */
  private opensReport(at: number): boolean {
    if (!endsLine(this.tokens, at)) return false;
    let first = at;
    while (!startsLine(this.tokens, first)) first--;
    return first < at && /^(部门|单位)决算$/.test(typeAt(this.tokens, first));
  }

  settle(): Settled {
    for (let at = 0; at < this.tokens.length; at++) {
      const token = this.tokens[at]!;
      if (!isBracket(token) || !this.isData[at]) this.keep(token);
      else at = pairs.has(token.image) ? this.settleOpening(at) : this.settleClosing(at);
    }
    return { tokens: this.kept, problems: this.problems };
  }

  /** What no bracket of the language is, and was not settled, is no token. */
  private keep(token: IToken): void {
    if (token.tokenType.name !== 'BRACKET') this.kept.push(token);
    else this.problems.push(unknownCharacter(token));
  }

  /** The place up to which everything is settled. */
  private settleOpening(at: number): number {
    const token = this.tokens[at]!;
    const close = this.closingOf(at);
    if (close === undefined) {
      if (endsLine(this.tokens, at) && this.lacking > 0) this.asBrace(at, 'wrong-opening-brace', '{');
      else this.keep(token);
      return at;
    }
    const inside = this.tokens.slice(at + 1, close);
    if (endsLine(this.tokens, at) || isContent(inside)) return this.replacePair(at, close);
    const all = this.tokens.slice(at, close + 1);
    if (inside.length === 1 && typeAt(inside, 0) === 'NUMBER' && !startsLine(this.tokens, at))
      this.asNegative(all);
    else this.leaveOut(all, startsLine(this.tokens, at) && numeral.test(inside[0]?.image ?? ''));
    return close;
  }

  private settleClosing(at: number): number {
    const { tokens } = this;
    // Alone on a line: mendBraces sees by its indentation which block it closes.
    const isAlone = startsLine(tokens, at) && endsLine(tokens, at);
    if (isAlone && this.lacking < 0) retypeAsBracket(tokens[at]!, this.types);
    this.keep(tokens[at]!);
    return at;
  }

  /** On the same line; or, where the bracket ends its line, first on a line that is indented no deeper. */
  private closingOf(at: number): number | undefined {
    const { image } = this.tokens[at]!;
    const wanted = pairs.get(image)!;
    const isOpen = endsLine(this.tokens, at);
    const indentation = indentationOf(this.text, this.tokens[at]!);
    let depth = 0;
    const last = isOpen ? this.tokens.length : Math.min(this.tokens.length, at + longest);
    for (let other = at + 1; other < last; other++) {
      const token = this.tokens[other]!;
      if (!isOpen && token.startLine !== this.tokens[at]!.startLine) return undefined;
      if (isOpen && startsLine(this.tokens, other) && indentationOf(this.text, token) <= indentation)
        return isTwin(token.image, wanted) ? other : undefined;
      if (!isBracket(token)) continue;
      if (token.image === image) depth++;
      if (!isOpen && isTwin(token.image, wanted) && depth-- === 0) return other;
    }
    return undefined;
  }

  private replacePair(at: number, close: number): number {
    const [open, closing] = [this.tokens[at]!, this.tokens[close]!];
    this.problems.push({
      ...tokenProblem('brackets-for-brace', open),
      found: open.image,
      parameters: { other: closing.image },
      others: [tokenProblem('brackets-for-brace', closing)],
    });
    retype(open, this.types['{']!);
    retype(closing, this.types['}']!);
    this.kept.push(open);
    return at;
  }

  private asBrace(at: number, code: LexingProblem['code'], brace: string): void {
    const token = this.tokens[at]!;
    this.problems.push({ ...tokenProblem(code, token), found: token.image });
    retype(token, this.types[brace]!);
    this.kept.push(token);
    this.lacking--;
  }

  private asNegative(all: IToken[]): void {
    const figure = oneToken(all, this.text, this.types['MALFORMED']!);
    this.kept.push(figure);
  }

  private leaveOut(all: IToken[], isNumeral: boolean): void {
    const found = this.text.slice(all[0]!.startOffset, all.at(-1)!.endOffset! + 1);
    this.problems.push({ ...spanProblem(isNumeral ? 'list-mark' : 'remark', all), found });
  }
}

/** 车辆 0 辆: what may stand in braces has a figure in it, behind a word. */
function isContent(inside: readonly IToken[]): boolean {
  const isFigure = ({ tokenType: { name } }: IToken) => /^(NUMBER|MALFORMED|未发生|未填|不适用)$/.test(name);
  return inside.length > 1 && !isFigure(inside[0]!) && inside.some(isFigure);
}

function isTwin(closing: string, wanted: string): boolean {
  const plain = (bracket: string) => bracket.replace('）', ')').replace('］', ']');
  return closings.has(closing) && plain(closing) === plain(wanted);
}

function indentationOf(text: string, { startOffset }: IToken): number {
  const start = text.lastIndexOf('\n', startOffset - 1) + 1;
  return /^[ \t\u3000]*/.exec(text.slice(start, startOffset))![0].length;
}

/** So that mendBraces takes it for a brace that was meant. */
function retypeAsBracket(token: IToken, types: TokenTypeDictionary): void {
  retype(token, types[')']!);
}
