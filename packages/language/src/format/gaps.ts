import { isFigure, isKeyword, isName, isOperator, isText, type Word } from './line.js';

/** Formulas, layout and heads: single blanks, but for a comment. */
export function joinPlain(words: readonly Word[]): string {
  return join(words, (_, word) => (word.type === 'COMMENT' ? 2 : 1));
}

/** Items that follow one another on a line: two blanks before each name, measure and text, one inside. */
export function joinItems(words: readonly Word[]): string {
  let keyword = '';
  return join(words, (before, word, after) => {
    if (isKeyword(before)) keyword = before.type;
    return gapBetween(before, word, after, keyword);
  });
}

type Gap = (before: Word, word: Word, after: Word | undefined) => number;

function join(words: readonly Word[], gap: Gap): string {
  let result = words[0]?.image ?? '';
  for (let at = 1; at < words.length; at++)
    result += ' '.repeat(gap(words[at - 1]!, words[at]!, words[at + 1])) + words[at]!.image;
  return result;
}

/** Names behind these belong to them: 指标 产出 数量 赴外招商活动. */
const severalNames = new Set(['指标', '引用', '忽略']);

function gapBetween(before: Word, word: Word, after: Word | undefined, keyword: string): number {
  if (word.type === 'COMMENT' || before.type === 'COMMENT') return 2;
  if (word.type === '{' || word.type === '}' || before.type === '{') return 1;
  if (before.type === '}') return 2;
  if (isKeyword(word)) return endsValue(before) && (takesValue(word, after) || !isName(before)) ? 2 : 1;
  if (isKeyword(before) || isOperator(before) || isOperator(word) || word.type === 'UNIT') return 1;
  if (isText(word) || isFigure(word)) return before.type === 'NAME' || before.type === 'CODE' ? 1 : 2;
  return before.type === 'CODE' || severalNames.has(keyword) ? 1 : 2;
}

function endsValue(word: Word): boolean {
  return isFigure(word) || isText(word) || isName(word) || word.type === 'UNIT' || word.type === 'CODE';
}

/** A measure or a text, not the word 基本 of 明细 基本. */
export function takesValue(word: Word, after: Word | undefined): boolean {
  if (!isKeyword(word) || !after) return false;
  return isFigure(after) || isText(after) || isOperator(after) || /^(NAME|CODE|DATE)$/.test(after.type);
}
