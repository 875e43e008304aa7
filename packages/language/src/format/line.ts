import { stateOfWord } from '@fiscal/core';

/** Of a line, for each block that it stands in. */
export const indentation = '  ';

/** A word of a line: tokens that stand together without a blank. */
export interface Word {
  image: string;
  /** The token type that it begins with; COMMENT for both kinds of comments. */
  type: string;
}

/** What the lines of a block are: items of a report, those of a classification, settings of a template, or formulas and layout. */
export type BlockKind = 'data' | 'classification' | 'settings' | 'plain' | 'unknown';

/** One line of source: words that are parted by blanks. */
export interface Line {
  depth: number;
  block: BlockKind;
  words: Word[];
}

/** Source that stays as it is, to the byte; an empty one is a blank line. */
export interface Untouched {
  source: string;
}

const texts = new Set(['STRING', 'TITLE_BEHIND', 'TEXT_OPEN', 'TEXT_BLOCK']);
const operators = new Set(['≥', '≤', '=', '<', '>']);

/** A number, or what stands in the place of one. */
export function isFigure({ type }: Word): boolean {
  return type === 'NUMBER' || type === '-' || type in stateOfWord;
}

export function isText({ type }: Word): boolean {
  return texts.has(type);
}

export function isName({ type }: Word): boolean {
  return type === 'NAME' || type === 'STRING';
}

export function isOperator({ type }: Word): boolean {
  return operators.has(type);
}

/** A word of the language: 收入, 上年, 原因 … */
export function isKeyword({ type }: Word): boolean {
  return (
    type === 'PROJECT' || type === 'DECLARED' || (/^[\u4e00-\u9fff]+$/.test(type) && !(type in stateOfWord))
  );
}

export function isSeveralLines({ image }: Word): boolean {
  return image.includes('\n');
}
