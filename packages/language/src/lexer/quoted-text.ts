import type { CustomPatternMatcherReturn } from 'chevrotain';

/**
 * Strings and text blocks. Any of " “ ” may open and close, since an input method turns """ into ”“”.
 * A string ends on its line; a text block ends at a fence that is the first thing on its line, or,
 * when text follows the opening fence, on the same line. What is never closed ends where the author most
 * likely meant it to, so that the rest of the file is still read.
 */
export const quotes = ['"', '“', '”'];

/** Payload of a raw token. */
export interface QuotedText {
  /** Length of the opening and, if there is one, of the closing mark. */
  openLength: number;
  closeLength: number;
  closed: boolean;
}

type Match = CustomPatternMatcherReturn & { payload: QuotedText };

const fence = /["“”]{3}/y;
/** Nothing but blanks up to the end of the line. */
const restOfLine = /[ \t\u3000\r]*(?=\n|$)/y;
const closingFence = /^[ \t\u3000]*["“”]{3}/;
/** A line on which another text block opens: something stands before the fence. */
const openingFence = /^[ \t\u3000]*[^\s"“”][^"“”]*["“”]{3}[ \t\u3000\r]*$/;
/** A name may begin with a quoted word: “三公”经费. */
const quotedName = /“[^”\s]*”[\u4e00-\u9fff\u3400-\u4dbf\ud840-\ud8bfA-Za-z_]/y;

export function matchTextBlock(text: string, offset: number): Match | null {
  fence.lastIndex = offset;
  if (!fence.test(text)) return null;
  restOfLine.lastIndex = offset + 3;
  return restOfLine.test(text) ? matchBlock(text, offset, restOfLine.lastIndex) : matchInline(text, offset);
}

function matchInline(text: string, offset: number): Match {
  let at = offset + 3;
  for (; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '【') at = skipHole(text, at);
    fence.lastIndex = at;
    if (fence.test(text)) return match(text, offset, fence.lastIndex, 3, 3);
  }
  return match(text, offset, beforeBrace(text, offset + 3, at), 3, 0);
}

function matchBlock(text: string, offset: number, firstLineEnd: number): Match {
  for (let at = firstLineEnd + 1; at <= text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const closing = closingFence.exec(line);
    if (closing) return match(text, offset, at + closing[0].length, 3, 3);
    if (openingFence.test(line)) break;
    at = end + 1;
  }
  return match(text, offset, likelyEnd(text, offset, firstLineEnd), 3, 0);
}

/**
 * Behind the last word before the first line that is indented no deeper than the line that opened the block. No
 * line break is at the end, half of a CRLF least of all: lines behind it would be counted twice.
 */
function likelyEnd(text: string, offset: number, firstLineEnd: number): number {
  const opener = indentation(text, text.lastIndexOf('\n', offset - 1) + 1);
  let likely = offset + 3;
  for (let at = firstLineEnd + 1; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const isBlank = line.trim() === '';
    if (!isBlank && (indentation(text, at) <= opener || openingFence.test(line))) break;
    if (!isBlank) likely = beforeBlanks(text, at, end);
    at = end + 1;
  }
  return likely;
}

export function matchString(text: string, offset: number): Match | null {
  const open = text[offset];
  if (open === undefined || !quotes.includes(open)) return null;
  quotedName.lastIndex = offset;
  if (open === '“' && quotedName.test(text)) return null;
  const close = findClosingQuote(text, offset);
  return close < 0
    ? match(text, offset, beforeBrace(text, offset + 1, endOfLine(text, offset)), 1, 0)
    : match(text, offset, close + 1, 1, 1);
}

/** “ ” nest; " ends at the next "; a ” that opens ends at the next curly quote of either kind. */
function findClosingQuote(text: string, offset: number): number {
  const open = text[offset];
  let depth = 0;
  for (let at = offset + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') return -1;
    if (character === '\\' && text[at + 1] !== '\n') at++;
    else if (character === '【') at = skipHole(text, at);
    else if (open === '"' ? character === '"' : open === '”' && (character === '”' || character === '“'))
      return at;
    else if (open === '“' && character === '“') depth++;
    else if (open === '“' && character === '”' && depth-- === 0) return at;
  }
  return -1;
}

/** The end of the hole that opens at `at`, or `at` when it is not closed on its line and before the next one. */
function skipHole(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const character = text[end];
    if (character === '】') return end;
    if (character === '\n' || character === '【') return at;
  }
  return at;
}

/** A brace at the end of the line belongs to the block, not to an unclosed string. */
function beforeBrace(text: string, start: number, lineEnd: number): number {
  const end = beforeBlanks(text, start, lineEnd);
  return end > start && '{}｛｝'.includes(text[end - 1]!) ? beforeBlanks(text, start, end - 1) : end;
}

function beforeBlanks(text: string, start: number, end: number): number {
  while (end > start && ' \t\u3000\r'.includes(text[end - 1]!)) end--;
  return end;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function indentation(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\u3000') at++;
  return at - lineStart;
}

function match(text: string, start: number, end: number, openLength: number, closeLength: number): Match {
  const result = [text.slice(start, Math.max(end, start + openLength))] as unknown as Match;
  result.payload = { openLength, closeLength, closed: closeLength > 0 };
  return result;
}
