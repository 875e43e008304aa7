import type { ILexingError, IToken, TokenTypeDictionary } from 'chevrotain';
import { attributes, measures, wordsOf } from '@fiscal/core';
import { dataPlaces } from './data-places.js';
import { lexingProblem, type LexingProblem, spanProblem } from './lexing-problem.js';
import { oneToken } from './one-token.js';
import type { Settled } from './settle-brackets.js';
import { rawTextBlock } from './token-builder.js';
import { endsLine, startsLine, typeAt } from './token-runs.js';

/** Marks that end a sentence, and no word of the language has in it. */
const sentenceEnd = /[。！？!?…]/;
const textWords = new Set(attributes.flatMap(wordsOf).filter((word) => word !== '科目' && word !== '等级'));
const saidWords = new Set([...measures, ...attributes].flatMap(wordsOf));
/** How a line of a text begins, or ends, that may have no sentence in it. */
const listMark = /^(?:[-*#]|[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])/;
const goesOn = /[；;，,：:、]$/;
/** No name has so many characters. */
const longWord = /[\u4e00-\u9fff]{12}/;
const longestHead = 8;
/** No text has more lines. */
const longestText = 400;

interface Fenced extends Settled {
  /** Of the errors inside of what is one text to all behind. */
  isInside(offset: number): boolean;
}

/**
 * Prose that stands in the data of a report without quotes, over one line or several: 职责 and a paragraph below it. All that
 * stands up to where the next statement begins is one text, told once with the word before it.
 */
export function fenceTexts(
  tokens: IToken[],
  errors: readonly ILexingError[],
  text: string,
  types: TokenTypeDictionary,
): Fenced {
  const marked = new Set(
    errors.filter(({ offset }) => sentenceEnd.test(text[offset]!)).map(({ line }) => line!),
  );
  if (marked.size === 0 && !tokens.some((token, at) => isClosing(token) || isAlone(tokens, at)))
    return { tokens, problems: [], isInside: () => false };
  return new Fencer(tokens, marked, text, types).settle();
}

/** The fence at the end of a text that has none at its beginning. */
function isClosing({ tokenType }: IToken): boolean {
  return tokenType === rawTextBlock;
}

/** 职责, with deeper lines behind it. */
function isAlone(tokens: readonly IToken[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !isHead(tokens, at) || !startsLine(tokens, at) || !endsLine(tokens, at)) return false;
  return next.startColumn! > tokens[at]!.startColumn! && next.tokenType.name !== '{';
}

function isHead(tokens: readonly IToken[], at: number): boolean {
  const { tokenType, image } = tokens[at]!;
  return textWords.has(tokenType.name) || (tokenType.name === 'NAME' && image.length <= longestHead);
}

/** The tokens of one line, and what it looks like. */
interface Line {
  from: number;
  to: number;
  text: string;
}

/** 人员经费 70.20 。: a name and its figure, and a mark that slipped in. */
const figureAlone = /^\S+[ \t\u3000]+[0-9０-９.,，]+[ \t\u3000]*[。！？!?]$/;

class Fencer {
  private readonly lines: string[];
  private readonly byLine = new Map<number, Line>();
  private readonly isData: boolean[];
  private readonly problems: LexingProblem[] = [];
  private readonly spans: { start: number; end: number }[] = [];
  private readonly kept: IToken[] = [];
  /** By the heads of the texts that they close. */
  private readonly closings = new Map<number, number>();

  constructor(
    private readonly tokens: readonly IToken[],
    private readonly marked: ReadonlySet<number>,
    private readonly text: string,
    private readonly types: TokenTypeDictionary,
  ) {
    this.lines = text.split(/\r?\n/);
    this.isData = dataPlaces(tokens);
    for (const [at, { startLine }] of tokens.entries()) {
      const line = this.byLine.get(startLine!);
      if (line) line.to = at + 1;
      else this.byLine.set(startLine!, { from: at, to: at + 1, text: this.lines[startLine! - 1]!.trim() });
    }
  }

  settle(): Fenced {
    for (const [at, token] of this.tokens.entries()) {
      const head = isClosing(token) ? this.headOf(at) : undefined;
      if (head !== undefined) this.closings.set(head, at);
    }
    for (let at = 0; at < this.tokens.length; ) at = this.next(at);
    const isInside = (offset: number) => this.spans.some(({ start, end }) => start <= offset && offset < end);
    return { tokens: this.kept, problems: this.problems, isInside };
  }

  /** Where the tokens go on behind what was read. */
  private next(at: number): number {
    const line = this.byLine.get(this.tokens[at]!.startLine!)!;
    const closing = this.closings.get(at);
    if (closing !== undefined) return this.open(at, closing);
    if (isClosing(this.tokens[at]!)) return this.dropFence(at);
    const isFirst = line.from === at && this.isData[at]!;
    if (isFirst && this.isHeadAlone(at)) {
      const end = this.endOfProse(line.to);
      if (end > line.to) return this.fence(at, line.to, end);
    }
    if (isFirst && this.isProse(line)) {
      const hasHead = line.to - at > 1 && isHead(this.tokens, at) && this.isApart(at);
      const end = this.endOfProse(at);
      if (hasHead) return this.fence(at, at + 1, end);
      if (this.lineOf(end - 1) !== line) return this.leaveOut(at, end);
    }
    this.kept.push(this.tokens[at]!);
    return at + 1;
  }

  /** The word before the text that a fence closes: the last of a line that is indented less than all below it. */
  private headOf(closing: number): number | undefined {
    const last = this.tokens[closing]!.startLine!;
    let [least, nearest] = [Infinity, undefined as number | undefined];
    for (let line = last - 1; line > Math.max(0, last - longestText); line--) {
      const text = this.lines[line - 1]!;
      if (text.trim() === '') continue;
      if (/[{}｛｝]|["“”]{3}/.test(text)) break;
      const indentation = /^[ \t\u3000]*/.exec(text)![0].length;
      const at = this.endingHead(line);
      if (at !== undefined && indentation < least && line < last - 1) return at;
      nearest ??= line < last - 1 ? at : undefined;
      least = Math.min(least, indentation);
    }
    return nearest;
  }

  private endingHead(line: number): number | undefined {
    const tokens = this.byLine.get(line);
    if (!tokens || this.marked.has(line) || !this.isData[tokens.from]) return undefined;
    const at = tokens.to - 1;
    const isAlone = at === tokens.from || textWords.has(typeAt(this.tokens, at));
    return isAlone &&
      isHead(this.tokens, at) &&
      this.lines[line - 1]!.trimEnd().endsWith(this.tokens[at]!.image)
      ? at
      : undefined;
  }

  /** 评价, a text below it, and the fence that closes it. */
  private open(head: number, closing: number): number {
    const [word, fence] = [this.tokens[head]!, this.tokens[closing]!];
    const parameters = { word: word.image, last: String(fence.startLine) };
    this.problems.push({ ...spanProblem('unopened-text', [word]), parameters });
    this.kept.push(word);
    const inside = this.tokens.slice(head + 1, closing);
    if (inside.length > 0) this.kept.push(this.whole(inside, 'TEXT_BLOCK'));
    this.spans.push({ start: word.endOffset! + 1, end: fence.endOffset! + 1 });
    return closing + 1;
  }

  private dropFence(at: number): number {
    const fence = this.tokens[at]!;
    this.problems.push({ ...spanProblem('stray-fence', [fence]), found: fence.image });
    return at + 1;
  }

  /** 职责 before deeper lines, or before a sentence. */
  private isHeadAlone(at: number): boolean {
    if (this.marked.has(this.tokens[at]!.startLine!)) return false;
    if (isAlone(this.tokens, at)) return true;
    if (!isHead(this.tokens, at) || !endsLine(this.tokens, at)) return false;
    const prose = this.tokens.slice(at + 1, this.endOfProse(at + 1));
    return prose.some(({ startLine }) => this.marked.has(startLine!));
  }

  /** Behind the last token of the lines of prose that begin here. */
  private endOfProse(from: number): number {
    let end = from;
    while (end < this.tokens.length) {
      const line = this.lineOf(end);
      if (line.from !== end || !this.isProse(line)) break;
      end = line.to;
    }
    return end;
  }

  private lineOf(at: number): Line {
    return this.byLine.get(this.tokens[at]!.startLine!)!;
  }

  private isApart(at: number): boolean {
    const [token, next] = [this.tokens[at]!, this.tokens[at + 1]!];
    return /[\s：:]/.test(this.text.slice(token.endOffset! + 1, next.startOffset));
  }

  /** Whether a line can only be one of a text. */
  private isProse(line: Line): boolean {
    if (figureAlone.test(line.text.trim())) return false;
    const isSentence = this.marked.has(this.tokens[line.from]!.startLine!);
    for (let at = line.from; at < line.to; at++) {
      const type = typeAt(this.tokens, at);
      if (/^([{}]|RAW_.*|TEXT_.*)$/.test(type) || (type === 'STRING' && at > line.from)) return false;
      if (saidWords.has(type) && this.isSaid(at, line)) return false;
      if (!isSentence && /^(NUMBER|MALFORMED)$/.test(type) && at > line.from && this.isApart(at - 1))
        return false;
    }
    const first = typeAt(this.tokens, line.from);
    if (first === 'NUMBER' && /^[0-9０-９]{3,9}[ \t\u3000]/.test(line.text)) return false;
    if (isSentence) return first === 'NAME' || !/^[\u4e00-\u9fff]/.test(first) || textWords.has(first);
    if (listMark.test(line.text)) return longWord.test(line.text) || goesOn.test(line.text);
    if (first !== 'NAME') return false;
    return longWord.test(line.text) || (goesOn.test(line.text) && line.to - line.from === 1);
  }

  /** 预算 11.00 or 原因 车辆老旧 behind something else. */
  private isSaid(at: number, line: Line): boolean {
    if (at + 1 >= line.to || !this.isApart(at)) return false;
    return at > line.from || !textWords.has(typeAt(this.tokens, at));
  }

  private fence(head: number, from: number, end: number): number {
    const prose = this.tokens.slice(from, end);
    const word = this.tokens[head]!;
    const isOne = prose[0]!.startLine === prose.at(-1)!.endLine;
    const whole = this.whole(
      prose,
      isOne && prose[0]!.startLine === word.startLine ? 'STRING' : 'TEXT_BLOCK',
    );
    const count = whole.endLine! - whole.startLine! + 1;
    const parameters = { word: word.image, count: String(count) };
    if (whole.tokenType.name === 'STRING')
      this.problems.push({ ...spanProblem('unquoted-text', [whole]), found: whole.image, parameters });
    else
      this.problems.push({
        ...spanProblem('unfenced-text', [word]),
        parameters,
        others: [firstOf(whole), lastOf(whole)],
      });
    this.kept.push(word, whole);
    return end;
  }

  /** Nothing says what it is. */
  private leaveOut(from: number, end: number): number {
    const words = this.tokens.slice(from, end);
    const whole = this.whole(words, 'TEXT_BLOCK');
    const parameters = { last: String(whole.endLine) };
    // Told at its first line: a place has one.
    const first = words.filter(({ endLine }) => endLine === whole.startLine);
    this.problems.push({ ...spanProblem('prose', first), parameters, others: [lastOf(whole)] });
    return end;
  }

  /** With the marks behind the last word. */
  private whole(prose: readonly IToken[], type: string): IToken {
    const token = oneToken(prose, this.text, this.types[type]!);
    const { length } = /^[^\s]*/.exec(this.text.slice(token.endOffset! + 1))![0];
    token.image = this.text.slice(token.startOffset, token.endOffset! + 1 + length);
    token.endOffset! += length;
    token.endColumn! += length;
    this.spans.push({ start: token.startOffset, end: token.endOffset! + 1 });
    return token;
  }
}

function firstOf({ startOffset, startLine, startColumn }: IToken): LexingProblem {
  return lexingProblem('unfenced-text', startOffset, 1, startLine!, startColumn!);
}

function lastOf({ endOffset, endLine, endColumn }: IToken): LexingProblem {
  return lexingProblem('unfenced-text', endOffset!, 1, endLine!, endColumn!);
}
