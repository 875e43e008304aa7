import { pinyin } from '../generated/pinyin.js';

/** One character of a name, and how it is read; what is no Chinese character is read as itself. */
export interface Sound {
  character: string;
  /** Letters without a tone; empty for punctuation. */
  syllable: string;
}

let known: Map<string, string[]> | undefined;
const sounds = new Map<string, readonly Sound[] | undefined>();

/** How a name of the catalogue or of the language is read; undefined for a name of the author's own. */
export function readingOf(name: string): readonly Sound[] | undefined {
  if (!sounds.has(name)) {
    known ??= readAll();
    const syllables = known.get(name);
    // Names of authors are without number: only those that have a reading are kept.
    if (!syllables) return undefined;
    sounds.set(name, soundsOf(name, syllables));
  }
  return sounds.get(name);
}

function readAll(): Map<string, string[]> {
  return new Map(
    pinyin.readings.split('\n').map((line): [string, string[]] => {
      const [name = '', ...syllables] = line.split(' ');
      return [name, syllables];
    }),
  );
}

function soundsOf(name: string, syllables: readonly string[]): Sound[] {
  let next = 0;
  return [...name].map((character) => {
    if (/[\u4e00-\u9fff]/.test(character)) return { character, syllable: syllables[next++] ?? '' };
    return { character, syllable: /[0-9a-z]/i.test(character) ? character.toLowerCase() : '' };
  });
}
