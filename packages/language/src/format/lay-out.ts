import type { IToken } from 'chevrotain';
import { commonIndentation } from '../lower/texts.js';
import { BlockStack } from './block-stack.js';
import type { Line, Word } from './line.js';
import { canonicalImage, isComment } from './tokens.js';

/** Lines of tokens, one blank line at most between two of them. */
export function layOut(tokens: readonly IToken[], text: string): Line[] {
  const lines: Line[] = [];
  const blocks = new BlockStack();
  let at = 0;
  while (at < tokens.length) {
    const end = endOfLine(tokens, at);
    const line = tokens.slice(at, end);
    if (at > 0 && line[0]!.startLine! - tokens[at - 1]!.endLine! > 1) lines.push(blankLine);
    blocks.closeLeading(line);
    const depth = blocks.depth + (blocks.kind === 'plain' && isContinuation(line[0]!) ? 1 : 0);
    lines.push({
      depth,
      block: blocks.kind,
      words: wordsOf(line, text).map((word) => indented(word, depth)),
    });
    blocks.readLine(line);
    at = end;
  }
  return lines;
}

const blankLine: Line = { depth: 0, block: 'plain', words: [] };

function endOfLine(tokens: readonly IToken[], at: number): number {
  let end = at + 1;
  while (end < tokens.length && tokens[end]!.startLine === tokens[end - 1]!.endLine) end++;
  return end;
}

const continuations = new Set('+ - * / 且 或 = ≠ < ≤ > ≥ 同 | 当 级别 依据 分隔 结尾'.split(' '));

/** A formula or a head over several lines: its further lines begin with an operator or with 当, 依据 … */
function isContinuation({ tokenType }: IToken): boolean {
  return continuations.has(tokenType.name);
}

/** Tokens that belong together without a blank are one word: paths, texts with their holes, 17.2%. */
function wordsOf(line: readonly IToken[], text: string): Word[] {
  const words: Word[] = [];
  let inText = false;
  let previous: IToken | undefined;
  for (const token of line) {
    const type = token.tokenType.name;
    const image = inText || type === 'TEXT_OPEN' ? token.image : canonicalImage(token);
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

/** A text block is moved as a whole, so that the relation of its lines stays. */
function indented({ image, type }: Word, depth: number): Word {
  const [fence, ...lines] = image.split('\n');
  if (lines.length === 0 || type === 'COMMENT') return { image, type };
  const common = commonIndentation(lines);
  const indent = '  '.repeat(depth + 1);
  const moved = lines.map((line) => (line.trim() === '' ? '' : indent + line.slice(common).trimEnd()));
  return { image: [fence!.trimEnd(), ...moved].join('\n'), type };
}
