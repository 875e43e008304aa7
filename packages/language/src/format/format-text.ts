import type { IToken } from 'chevrotain';
import { commonIndentation } from '../lower/texts.js';
import { alignLines, type Line } from './align-lines.js';
import { allTokens, canonicalImage, isComment } from './tokens.js';

/**
 * The canonical form of a source text: two blanks of indentation for each block, columns aligned,
 * half-width signs and digits, no insignificant punctuation. Line breaks, comments and the inside of texts
 * stay as the author wrote them. A text that cannot be read as a whole is returned unchanged.
 */
export function formatText(text: string): string {
  const { tokens, clean } = allTokens(text);
  if (!clean) return text;
  const lines = layOut(tokens, text);
  const formatted = alignLines(lines).join('\n').replace(/\n+$/, '') + '\n';
  return sameMeaning(text, formatted) ? formatted : text;
}

/** Lines of tokens, one blank line at most between two of them. */
function layOut(tokens: IToken[], text: string): Line[] {
  const lines: Line[] = [];
  let depth = 0;
  let at = 0;
  while (at < tokens.length) {
    const first = tokens[at]!;
    let end = at + 1;
    while (end < tokens.length && tokens[end]!.startLine === tokens[end - 1]!.endLine) end++;
    const line = tokens.slice(at, end);
    if (at > 0 && first.startLine! - tokens[at - 1]!.endLine! > 1) lines.push({ depth: 0, words: [] });
    const closing = leadingClosers(line);
    depth = Math.max(0, depth - closing);
    lines.push({ depth, words: wordsOf(line, text, depth) });
    depth = Math.max(0, depth + balance(line) + closing);
    at = end;
  }
  return lines;
}

function leadingClosers(line: IToken[]): number {
  let count = 0;
  while (line[count]?.tokenType.name === '}') count++;
  return count;
}

function balance(line: IToken[]): number {
  let sum = 0;
  for (const token of line) sum += token.tokenType.name === '{' ? 1 : token.tokenType.name === '}' ? -1 : 0;
  return sum;
}

/** Tokens that belong together without a blank are one word: paths, texts with their holes, 17.2%. */
function wordsOf(line: IToken[], text: string, depth: number): Line['words'] {
  const words: Line['words'] = [];
  let inText = false;
  let previous: IToken | undefined;
  for (const token of line) {
    const type = token.tokenType.name;
    const raw = inText || type === 'TEXT_OPEN';
    const image = raw
      ? token.image
      : type === 'TEXT_BLOCK'
        ? reindent(token.image, depth)
        : canonicalImage(token);
    const gap = previous ? text.slice(previous.endOffset! + 1, token.startOffset) : '';
    if (words.length > 0 && previous && (inText || sticks(previous, token, gap))) {
      words.at(-1)!.image += (inText ? gap : '') + image;
    } else {
      words.push({ image, type: isComment(token) ? 'COMMENT' : type });
    }
    if (type === 'TEXT_OPEN') inText = true;
    if (type === 'TEXT_CLOSE') inText = false;
    previous = token;
  }
  return words;
}

function sticks(previous: IToken, token: IToken, gap: string): boolean {
  const [before, after] = [previous.tokenType.name, token.tokenType.name];
  if (before === '.' || after === '.' || before === '(' || after === ')') return true;
  if (before === '-' && gap === '') return true;
  return after === 'UNIT' && gap === '';
}

/** Blocks are moved as a whole, so that the relation of their lines stays. */
function reindent(image: string, depth: number): string {
  const lines = image.split('\n');
  if (lines.length < 2) return image;
  const common = commonIndentation(lines.slice(1));
  const indent = '  '.repeat(depth + 1);
  const moved = lines
    .slice(1)
    .map((line) => (line.trim() === '' ? '' : indent + line.slice(common).trimEnd()));
  return [lines[0]!.trimEnd(), ...moved].join('\n');
}

/** Formatting may move words and change their width, never what they say. */
function sameMeaning(before: string, after: string): boolean {
  const words = (text: string) =>
    allTokens(text).tokens.map(
      (token) => `${token.tokenType.name} ${canonicalImage(token).replace(/\s+/g, ' ')}`,
    );
  const [left, right] = [words(before), words(after)];
  return left.length === right.length && left.every((word, index) => word === right[index]);
}
