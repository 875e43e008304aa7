import {
  createTokenInstance,
  type ILexingError,
  type IToken,
  type TokenType,
  type TokenTypeDictionary,
} from 'chevrotain';
import { lexingProblem, type LexingProblem, tokenProblem } from './lexing-problem.js';
import type { QuotedText } from './quoted-text.js';
import { rawString, rawTextBlock } from './token-builder.js';

/** Tokenizes the inside of a hole. */
export type TokenizePart = (text: string) => { tokens: IToken[]; errors: ILexingError[] };

interface Place {
  offset: number;
  line: number;
  column: number;
}

/**
 * Cuts raw strings and text blocks into the tokens of the grammar: STRING or TEXT_BLOCK when they have no
 * hole; otherwise TEXT_OPEN (TEXT_CONTENT | 【 … 】)* TEXT_CLOSE, with the tokens of each hole in between.
 */
export class TextTokens {
  readonly tokens: IToken[] = [];
  readonly problems: (LexingProblem | ILexingError)[] = [];

  constructor(
    private readonly types: TokenTypeDictionary,
    private readonly tokenizePart: TokenizePart,
  ) {}

  add(token: IToken): void {
    if (token.tokenType !== rawString && token.tokenType !== rawTextBlock) {
      this.tokens.push(token);
      return;
    }
    const quoted = token.payload as QuotedText;
    if (!quoted.closed) this.reportUnclosed(token, quoted);
    // What lacks its beginning is told where that is known.
    if (quoted.flaw === 'unopened-string' || quoted.flaw === 'unopened-text') {
      this.tokens.push(token);
      return;
    }
    if (quoted.flaw === 'text-at-fence') this.problems.push(fenceProblem(token));
    else if (quoted.flaw)
      this.problems.push({ ...tokenProblem(quoted.flaw, token), found: beginningOf(token.image) });
    if (findHole(token.image, 0) < 0) this.pushWhole(token);
    else this.pushPieces(token, quoted);
  }

  private reportUnclosed(token: IToken, quoted: QuotedText): void {
    const code = token.tokenType === rawString ? 'unclosed-string' : 'unclosed-text';
    this.problems.push({
      ...lexingProblem(code, token.startOffset, quoted.openLength, token.startLine!, token.startColumn!),
      parameters:
        code === 'unclosed-text' ? { last: String(token.endLine) } : { found: beginningOf(token.image) },
      ...(code === 'unclosed-text' && { others: [lastCharacter(token)] }),
    });
  }

  private pushWhole(token: IToken): void {
    const type = this.type(token.tokenType === rawString ? 'STRING' : 'TEXT_BLOCK');
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx!;
    this.tokens.push(token);
  }

  private pushPieces(token: IToken, quoted: QuotedText): void {
    const { image } = token;
    const end = image.length - quoted.closeLength;
    const place = { offset: token.startOffset, line: token.startLine!, column: token.startColumn! };
    this.push('TEXT_OPEN', image.slice(0, quoted.openLength), place);
    const scanned = { ...place };
    let from = quoted.openLength;
    for (let hole = findHole(image, from); hole >= 0 && hole < end; ) {
      const close = endOfHole(image, hole, end);
      if (close < 0) {
        advance(scanned, image.slice(scanned.offset - token.startOffset, hole));
        this.reportUnclosedHole(scanned);
        hole = findHole(image, hole + 1);
        continue;
      }
      this.push('TEXT_CONTENT', image.slice(from, hole), place);
      this.pushHole(image.slice(hole, close + 1), place);
      from = close + 1;
      Object.assign(scanned, place);
      hole = findHole(image, from);
    }
    this.push('TEXT_CONTENT', image.slice(from, end), place);
    this.push('TEXT_CLOSE', image.slice(end), place);
  }

  /** One for a line: the others follow from it. */
  private reportUnclosedHole({ offset, line, column }: Place): void {
    const last = this.problems.at(-1);
    if (last && 'code' in last && last.code === 'unclosed-hole' && last.line === line) return;
    this.problems.push(lexingProblem('unclosed-hole', offset, 1, line, column));
  }

  private pushHole(image: string, place: Place): void {
    this.push('【', '【', place);
    const inside = image.slice(1, -1);
    const { tokens, errors } = this.tokenizePart(inside);
    for (const token of tokens) this.add(shift(token, place));
    for (const error of errors) {
      this.problems.push({
        ...error,
        offset: error.offset + place.offset,
        line: place.line,
        column: error.column! + place.column - 1,
      });
    }
    advance(place, inside);
    this.push('】', '】', place);
  }

  private push(typeName: string, image: string, place: Place): void {
    if (image === '') return;
    const { offset, line, column } = place;
    advance(place, image);
    const token = createTokenInstance(
      this.type(typeName),
      image,
      offset,
      place.offset - 1,
      line,
      place.line,
      column,
      place.column - 1,
    );
    this.tokens.push(token);
  }

  private type(name: string): TokenType {
    return this.types[name]!;
  }
}

function lastCharacter({ image, startOffset, startLine, startColumn }: IToken): LexingProblem {
  const place = { offset: startOffset, line: startLine!, column: startColumn! };
  const { offset, line, column } = advance(place, image.slice(0, -1));
  return lexingProblem('unclosed-text', offset, 1, line, column);
}

/** Told at the marks that share their line with text: those at the beginning, at the end, or both. */
function fenceProblem({ image, startOffset, startLine, startColumn }: IToken): LexingProblem {
  const place = { offset: startOffset, line: startLine!, column: startColumn! };
  const lines = image.split('\n');
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  const end = advance({ ...place }, image.slice(0, -3));
  const places = [
    ...(first.slice(3).trim() === '' ? [] : [place]),
    ...(last.slice(0, -3).trim() === '' ? [] : [end]),
  ];
  const [told, other] = places.map(({ offset, line, column }) =>
    lexingProblem('text-at-fence', offset, 3, line, column),
  );
  return { ...told!, ...(other && { others: [other] }) };
}

/** The first words of a text, without its quote. */
function beginningOf(image: string): string {
  const words = image.replace(/^["“”'‘「『]+|["”’'」』]+$/g, '').trim();
  const [line = ''] = words.split(/\n|[ \t\u3000]+\/\//);
  return line.length > 10 ? `${line.slice(0, 10)}…` : line;
}

/** The next 【 that is not written \【. */
function findHole(image: string, from: number): number {
  let at = image.indexOf('【', from);
  while (at > 0 && image[at - 1] === '\\') at = image.indexOf('【', at + 1);
  return at;
}

/** A hole ends on its line and before the next hole begins. */
function endOfHole(image: string, hole: number, end: number): number {
  for (let at = hole + 1; at < end; at++) {
    if (image[at] === '】') return at;
    if (image[at] === '\n' || image[at] === '【') return -1;
  }
  return -1;
}

function advance(place: Place, image: string): Place {
  place.offset += image.length;
  const lastBreak = image.lastIndexOf('\n');
  if (lastBreak < 0) {
    place.column += image.length;
  } else {
    place.line += image.split('\n').length - 1;
    place.column = image.length - lastBreak;
  }
  return place;
}

/** Holes stand on one line, so only offsets and columns move. */
function shift(token: IToken, place: Place): IToken {
  token.startOffset += place.offset;
  token.endOffset! += place.offset;
  token.startLine = place.line;
  token.endLine = place.line;
  token.startColumn! += place.column - 1;
  token.endColumn! += place.column - 1;
  return token;
}
