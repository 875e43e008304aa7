import { formatDate, parseDate } from '@fiscal/core';
import { allTokens, canonicalImage } from '@fiscal/language/editor';

type Token = ReturnType<typeof allTokens>[number];

/** A line of source, or several that one text holds together. */
export interface Row {
  /** As it stands, without the last line end. */
  raw: string;
  /** What it says, however it is laid out; '' of a blank line. */
  meaning: string;
  tokens: readonly Token[];
  /** Where its first character stands in the whole text. */
  start: number;
  /** Blocks that it opens, less those that it closes. */
  net: number;
  /** How far it goes below the depth at which it begins. */
  dip: number;
  /** Nothing but a comment, or blank. */
  isTrivia: boolean;
}

export interface Source {
  rows: Row[];
  lineEnd: string;
}

/** The rows of a text, whatever its line ends are. */
export function rowsOf(text: string): Source {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const unix = text.replace(/\r\n?/g, '\n');
  const lines = unix.split('\n');
  const ended = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  const tokens = allTokens(unix);
  const rows: Row[] = [];
  let [start, next] = [0, 0];
  for (let line = 1; line <= ended.length; ) {
    const own: Token[] = [];
    let last = line;
    for (; next < tokens.length && tokens[next]!.startLine! <= last; next += 1) {
      own.push(tokens[next]!);
      last = Math.max(last, tokens[next]!.endLine!);
    }
    const raw = ended.slice(line - 1, last).join('\n');
    rows.push(rowOf(raw, own, start));
    start += raw.length + 1;
    line = last + 1;
  }
  return { rows, lineEnd };
}

function rowOf(raw: string, tokens: readonly Token[], start: number): Row {
  const meaning = tokens.length > 0 ? tokens.map(meaningOf).join(' ') : raw.trim();
  let [net, dip] = [0, 0];
  for (const { tokenType } of tokens) {
    if (tokenType.name === '{') net += 1;
    if (tokenType.name === '}') net -= 1;
    dip = Math.min(dip, net);
  }
  const isTrivia = tokens.every(isComment) && (tokens.length > 0 || meaning === '');
  return { raw, meaning, tokens, start, net, dip, isTrivia };
}

export function isComment({ tokenType }: Token): boolean {
  return tokenType.name.endsWith('COMMENT');
}

/** What a word says: a figure, however many zeros end it; a day, however it is written. */
export function meaningOf(token: Token): string {
  const shown = shownAs(token);
  if (token.tokenType.name === 'NUMBER' && /^[\d,]*\.\d+$/.test(shown)) return shown.replace(/\.?0+$/, '');
  if (token.tokenType.name !== 'DATE') return shown;
  const day = parseDate(shown);
  return day ? formatDate(day) : shown;
}

/** A text is moved as a whole where it is indented otherwise; blanks inside of a line are its own. */
export function shownAs(token: Token): string {
  return canonicalImage(token).replace(/[ \t]*\n[ \t]*/g, '\n');
}
