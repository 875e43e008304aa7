import type { IToken } from 'chevrotain';
import { type LineSpan, unreadableLines } from './unreadable-lines.js';

/** A line of source with its tokens, or several lines that a token of several lines holds together. */
export interface SourceLine extends LineSpan {
  tokens: IToken[];
  /** The source as it stands, where it cannot be read. */
  untouched?: string;
}

/** The lines of a text that are not blank. Lines count from one. */
export function sourceLines(text: string, tokens: readonly IToken[]): SourceLine[] {
  const lines = text.split('\n');
  const unreadable = unreadableLines(text, tokens).map((span) => ({ ...span, tokens: [], untouched: '' }));
  const merged: SourceLine[] = [];
  for (const line of [...tokenLines(tokens), ...unreadable].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && line.first <= before.last) merge(before, line);
    else merged.push(line);
  }
  for (const line of merged)
    if (line.untouched !== undefined) line.untouched = lines.slice(line.first - 1, line.last).join('\n');
  return merged;
}

function tokenLines(tokens: readonly IToken[]): SourceLine[] {
  const lines: SourceLine[] = [];
  for (const token of tokens) {
    const [first, last] = [token.startLine!, token.endLine!];
    const before = lines.at(-1);
    if (before?.last === first) merge(before, { first, last, tokens: [token] });
    else lines.push({ first, last, tokens: [token] });
  }
  return lines;
}

/** Two that have a line in common are one; what cannot be read of it keeps all of it as it is. */
function merge(into: SourceLine, { last, tokens, untouched }: SourceLine): void {
  into.last = Math.max(into.last, last);
  for (const token of tokens) into.tokens.push(token);
  if (untouched !== undefined) into.untouched = untouched;
}
