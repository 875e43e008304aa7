import { blocksOf } from './blocks.js';
import type { Corpus } from './corpus.js';
import { oddCharacters, oddNumbers, oddPieces } from './odd-pieces.js';
import type { Random } from '../../packages/cli/src/trial/random.js';
import { saying, wordsOf } from './words.js';

export type Mutation = (text: string, random: Random, corpus: Corpus) => string;

/** One change of one kind, somewhere in a text. */
export const mutate: Mutation = (text, random, corpus) => random.pick(mutations)(text, random, corpus);

/** Changes that type inside of a line: the editor then keeps its tree and changes only the words in it. */
export const typeOver: Mutation = (text, random, corpus) => {
  const isOther = random.oneIn(2);
  return onWord(text, random, (words, at) => {
    const word = words[at]!;
    if (/^\d/.test(word)) words[at] = isOther ? String(random.below(100_000)) : `${word}${random.below(10)}`;
    else if (/^[\u3400-\u9fff]/.test(word)) words[at] = isOther ? random.pick(corpus.words) : `${word}局`;
    else words[at] = ` ${word}`;
  });
};

const deleteWord: Mutation = (text, random) => onWord(text, random, (words, at) => words.splice(at, 1));

const duplicateWord: Mutation = (text, random) =>
  onWord(text, random, (words, at) => words.splice(at, 0, words[at]!, random.oneIn(2) ? ' ' : ''));

const swapWords: Mutation = (text, random) =>
  onWord(text, random, (words, at) => {
    const other = random.pick(saying(words));
    [words[at], words[other]] = [words[other]!, words[at]!];
  });

const replaceWord: Mutation = (text, random, corpus) =>
  onWord(text, random, (words, at) => (words[at] = random.pick(corpus.words)));

const insertWord: Mutation = (text, random, corpus) =>
  onWord(text, random, (words, at) => words.splice(at, 0, random.pick(corpus.words), ' '));

const replaceNumber: Mutation = (text, random) => {
  const words = wordsOf(text);
  const numbers = saying(words).filter((at) => /^[\d０-９]/.test(words[at]!));
  if (numbers.length > 0) words[random.pick(numbers)] = random.pick(oddNumbers);
  return words.join('');
};

const insertNumber: Mutation = (text, random) =>
  onWord(text, random, (words, at) => words.splice(at, 0, random.pick(oddNumbers), ' '));

const insertPiece: Mutation = (text, random) =>
  onWord(text, random, (words, at) => words.splice(at, 0, ' ', random.pick(oddPieces), ' '));

const insertCharacter: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(oddCharacters) + text.slice(at + (random.oneIn(3) ? 1 : 0));
};

const deleteCharacters: Mutation = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + 1 + random.below(random.oneIn(4) ? 60 : 3));
};

const insertLine: Mutation = (text, random, corpus) =>
  onLines(text, random, (lines, at) => lines.splice(at, 0, random.pick(corpus.lines)));

const deleteLine: Mutation = (text, random) => onLines(text, random, (lines, at) => lines.splice(at, 1));

const swapLines: Mutation = (text, random) =>
  onLines(text, random, (lines, at) => {
    const other = random.below(lines.length);
    [lines[at], lines[other]] = [lines[other]!, lines[at]!];
  });

const insertPieceAsLine: Mutation = (text, random) =>
  onLines(text, random, (lines, at) => lines.splice(at, 0, random.pick(oddPieces)));

const breakLines: Mutation = (text, random) => {
  const ends = random.pick([['\r\n'], ['\r'], ['\r\n', '\n'], ['\r', '\n', '\r\n', '\n\r']]);
  return text.replace(/\r\n|\n|\r/g, () => random.pick(ends));
};

const joinLines: Mutation = (text, random) => text.replace(/\n/g, (end) => (random.oneIn(8) ? ' ' : end));

const moveBlock: Mutation = (text, random) =>
  onBlock(text, random, (lines, block, at) => {
    const others = [...lines.slice(0, at), ...lines.slice(at + block.length)];
    others.splice(random.below(others.length + 1), 0, ...block);
    return others;
  });

const duplicateBlock: Mutation = (text, random) =>
  onBlock(text, random, (lines, block) => lines.toSpliced(random.below(lines.length + 1), 0, ...block));

const nestBlock: Mutation = (text, random) =>
  onBlock(text, random, (lines, block, at) => {
    const depth = random.oneIn(10) ? 80 : 1 + random.below(4);
    const head = block[0]!;
    const nested = [...Array<string>(depth).fill(head), ...block, ...Array<string>(depth).fill('}')];
    return lines.toSpliced(at, block.length, ...nested);
  });

const deleteBlock: Mutation = (text, random) =>
  onBlock(text, random, (lines, block, at) => lines.toSpliced(at, block.length));

const mutations: readonly Mutation[] = [
  typeOver,
  deleteWord,
  duplicateWord,
  swapWords,
  replaceWord,
  replaceWord,
  insertWord,
  replaceNumber,
  insertNumber,
  insertPiece,
  insertPiece,
  insertPieceAsLine,
  insertCharacter,
  insertCharacter,
  deleteCharacters,
  insertLine,
  deleteLine,
  swapLines,
  breakLines,
  joinLines,
  moveBlock,
  duplicateBlock,
  nestBlock,
  deleteBlock,
];

function onWord(text: string, random: Random, change: (words: string[], at: number) => void): string {
  const words = wordsOf(text);
  const places = saying(words);
  if (places.length > 0) change(words, random.pick(places));
  return words.join('');
}

function onLines(text: string, random: Random, change: (lines: string[], at: number) => void): string {
  const lines = text.split('\n');
  change(lines, random.below(lines.length));
  return lines.join('\n');
}

/** Nothing changes where a text has no blocks on lines of their own. */
function onBlock(
  text: string,
  random: Random,
  change: (lines: string[], block: string[], at: number) => string[],
): string {
  const lines = text.split('\n');
  const blocks = blocksOf(lines);
  if (blocks.length === 0) return text;
  const { start, end } = random.pick(blocks);
  return change(lines, lines.slice(start, end), start).join('\n');
}
