import type { IToken } from 'chevrotain';
import { type AstNode, AstUtils, type CstNode } from 'langium';
import * as ast from '../generated/ast.js';
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
  return [...told, ...skipped, ...oneSided(result.value), ...linesWithoutTokens(text, tokens)];
}

/** What stands in a rule and compares nothing is read so that the rest is: nobody knows what it was meant to be. */
function oneSided(file: AstNode): LineSpan[] {
  return AstUtils.streamAllContents(file)
    .filter(ast.isRuleStatement)
    .filter(({ operator }) => operator === undefined)
    .flatMap(({ left, $cstNode: node }) =>
      node && !left?.$cstNode?.text.includes('(') ? [spanOf(node)] : [],
    )
    .toArray();
}

function spanOf({ range }: CstNode): LineSpan {
  return { first: range.start.line + 1, last: range.end.line + 1 };
}

function linesOf({ startLine, endLine }: IToken): LineSpan {
  return { first: startLine!, last: endLine! };
}

/** What the lexer knows no token for, and what it took out because nothing can be read behind it. */
function linesWithoutTokens(text: string, tokens: readonly IToken[]): LineSpan[] {
  const spans: LineSpan[] = [];
  let at = 0;
  let line = 1;
  const readTo = (end: number, endLine: number) => {
    const gap = text.slice(at, end);
    const first = gap.search(meaningful);
    if (first >= 0)
      spans.push({ first: line + breaksIn(gap, first), last: line + breaksIn(gap, lastMeaningful(gap)) });
    line = endLine;
  };
  for (const { startOffset, endOffset, endLine } of tokens) {
    readTo(startOffset, endLine!);
    at = endOffset! + 1;
  }
  readTo(text.length, line);
  return spans;
}

/** More than blanks, and marks that say nothing. */
const meaningful = /[^\s，、；：,;:]/;

function lastMeaningful(gap: string): number {
  let last = gap.length - 1;
  while (!meaningful.test(gap[last]!)) last--;
  return last;
}

function breaksIn(text: string, end: number): number {
  return text.slice(0, end).split('\n').length - 1;
}
