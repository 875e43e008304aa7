import type { IToken } from 'chevrotain';

/** The token that stands so many places ahead; beyond the last one of a file its offset is no number. */
export type Ahead = (places: number) => IToken;

/** Whether a token stands behind another on its line. */
export function isBehind(before: IToken, token: IToken): boolean {
  return isOfFile(before) && isOfFile(token) && before.endLine === token.startLine;
}

export function isOfFile({ startOffset }: IToken): boolean {
  return !Number.isNaN(startOffset);
}

/**
 * How many tokens the rest of a line has, counted from the next one: up to what closes the block or the hole around
 * it, or opens a block that is closed on later lines. What opens and closes in between belongs to the line.
 */
export function restOfLine(ahead: Ahead): number {
  let line = ahead(1).startLine;
  let count = 0;
  for (let token = ahead(1); isOfFile(token) && token.startLine === line; token = ahead(count + 1)) {
    const length = lengthOfPart(ahead, count + 1);
    if (length === 0) break;
    count += length;
    line = ahead(count).endLine;
  }
  return count;
}

const closings: Record<string, string> = { '{': '}', '【': '】' };

/** One token; of a pair all that stands in it; none where a pair ends, or goes on behind the line. */
function lengthOfPart(ahead: Ahead, from: number): number {
  const { name } = ahead(from).tokenType;
  if (name === '}' || name === '】') return 0;
  const closing = closings[name];
  return closing === undefined ? 1 : lengthOfPair(ahead, from, closing);
}

/** How many tokens the block has that opens next, up to what closes it; none where nothing does. */
export function blockAhead(ahead: Ahead): number {
  return lengthOfPair(ahead, 1, '}', Infinity);
}

function lengthOfPair(ahead: Ahead, from: number, closing: string, lines = 1): number {
  const { startLine, tokenType } = ahead(from);
  let depth = 0;
  for (let at = from; isOfFile(ahead(at)) && ahead(at).startLine! < startLine! + lines; at++) {
    const { name } = ahead(at).tokenType;
    if (name === tokenType.name) depth++;
    if (name === closing && --depth === 0) return at - from + 1;
  }
  return 0;
}
