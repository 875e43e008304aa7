import { pinyin } from '../generated/pinyin.js';

export interface Reading {
  /** xingzhengyunxing */
  full: string;
  /** xzyx */
  initials: string;
}

let known: Map<string, Reading> | undefined;

/** How a name of the catalogue or of the language is read; undefined for a name of the author's own. */
export function readingOf(name: string): Reading | undefined {
  known ??= readAll();
  return known.get(name);
}

function readAll(): Map<string, Reading> {
  return new Map(pinyin.readings.split('\n').map((line) => readingIn(line.split(' '))));
}

function readingIn([name = '', ...syllables]: string[]): [string, Reading] {
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return [name, { full: syllables.join(''), initials }];
}
