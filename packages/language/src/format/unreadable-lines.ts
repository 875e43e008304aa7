import type { IToken } from 'chevrotain';
import { parse } from '../parser.js';
import { syntaxFindings } from '../syntax/syntax-findings.js';

/** Lines of a text, counted from one, both included. */
export interface LineSpan {
  first: number;
  last: number;
}

/** The lines of a text on which something cannot be read. */
export function unreadableLines(text: string, tokens: readonly IToken[]): LineSpan[] {
  const result = parse(text);
  const told = syntaxFindings('', result).map(({ origin: { range } }) => ({
    first: range.start.line + 1,
    last: range.end.line + 1,
  }));
  const skipped = result.parserErrors.flatMap(({ resyncedTokens }) => resyncedTokens.map(linesOf));
  return [...told, ...skipped, ...linesWithoutTokens(text, tokens)];
}

function linesOf({ startLine, endLine }: IToken): LineSpan {
  return { first: startLine!, last: endLine! };
}

/** More than blanks, and marks that say nothing. */
const meaningful = /[^\s\u3000\uFEFF，、；：,;:]/g;

/** What the lexer knows no token for, and what it took out because nothing can be read behind it. */
function linesWithoutTokens(text: string, tokens: readonly IToken[]): LineSpan[] {
  const spans: LineSpan[] = [];
  let at = 0;
  let line = 1;
  const readTo = (end: number, endLine: number) => {
    const gap = text.slice(at, end);
    const places = [...gap.matchAll(meaningful)].map(({ index }) => index);
    if (places.length > 0)
      spans.push({ first: line + breaksIn(gap, places[0]!), last: line + breaksIn(gap, places.at(-1)!) });
    line = endLine;
  };
  for (const { startOffset, endOffset, endLine } of tokens) {
    readTo(startOffset, endLine!);
    at = endOffset! + 1;
  }
  readTo(text.length, line);
  return spans;
}

function breaksIn(text: string, end: number): number {
  return text.slice(0, end).split('\n').length - 1;
}
