import type { IToken } from 'chevrotain';
import { type LineSpan, unreadableLines } from './unreadable-lines.js';

/** A line of source with its tokens, or several lines that a token of several lines holds together. */
export interface SourceLine extends LineSpan {
  tokens: IToken[];
  isReadable: boolean;
}

/** The lines of a text that are not blank. Lines count from one. */
export function sourceLines(text: string, tokens: readonly IToken[]): SourceLine[] {
  const unreadable = unreadableLines(text, tokens).map((span) => ({
    ...span,
    tokens: [],
    isReadable: false,
  }));
  const merged: SourceLine[] = [];
  for (const line of [...tokenLines(tokens), ...unreadable].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && line.first <= before.last) merge(before, line);
    else merged.push(line);
  }
  return merged;
}

function tokenLines(tokens: readonly IToken[]): SourceLine[] {
  const lines: SourceLine[] = [];
  for (const token of tokens) {
    const [first, last] = [token.startLine!, token.endLine!];
    const before = lines.at(-1);
    const line = { first, last, tokens: [token], isReadable: true };
    if (before?.last === first) merge(before, line);
    else lines.push(line);
  }
  return lines;
}

/** Two that have a line in common are one; what cannot be read of it makes all of it unreadable. */
function merge(into: SourceLine, { last, tokens, isReadable }: SourceLine): void {
  into.last = Math.max(into.last, last);
  for (const token of tokens) into.tokens.push(token);
  into.isReadable &&= isReadable;
}
