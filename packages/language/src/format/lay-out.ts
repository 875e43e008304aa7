import type { IToken } from 'chevrotain';
import { BlockStack } from './block-stack.js';
import { indentation, isSeveralLines, type Line, type Untouched, type Word } from './line.js';
import type { SourceLine } from './source-lines.js';
import { tidyTextBlock } from './text-block.js';
import { canonicalImage, isComment } from './tokens.js';

/** The lines of a text, one blank line at most between two of them; those that cannot be read as they are. */
export function layOut(source: readonly SourceLine[], text: string): (Line | Untouched)[] {
  const written = text.split('\n');
  const lines: (Line | Untouched)[] = [];
  const blocks = new BlockStack();
  for (const [index, { first, last, tokens, isReadable }] of source.entries()) {
    if (index > 0 && first - source[index - 1]!.last > 1) lines.push({ source: '' });
    blocks.closeLeading(tokens);
    const isUntouched = !isReadable || blocks.kind === 'unknown';
    lines.push(
      isUntouched ? { source: written.slice(first - 1, last).join('\n') } : lineOf(tokens, text, blocks),
    );
    blocks.readLine(tokens, isReadable);
  }
  return lines;
}

function lineOf(tokens: readonly IToken[], text: string, { depth: outer, kind }: BlockStack): Line {
  const depth = outer + (kind === 'plain' && isContinuation(tokens[0]!) ? 1 : 0);
  return { depth, block: kind, words: wordsOf(tokens, text).map((word) => tidied(word, depth)) };
}

const continuations = new Set('+ - * / 且 或 = ≠ < ≤ > ≥ 同 | 当 级别 依据 说 分隔 结尾'.split(' '));

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

function tidied(word: Word, depth: number): Word {
  if (word.type === 'COMMENT' || !isSeveralLines(word)) return word;
  return { ...word, image: tidyTextBlock(word.image, indentation.repeat(depth + 1)) };
}
