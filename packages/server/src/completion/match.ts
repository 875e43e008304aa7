import { readingOf, type Sound } from '../vocabulary/pinyin.js';

/**
 * How well something fits what was typed, best first: the whole of it, its beginning by characters or initials, its
 * beginning by more letters of its pinyin, a part of it.
 */
export const qualities = ['whole', 'beginning', 'sound', 'part'] as const;

export type Quality = (typeof qualities)[number];

/** Full-width digits and letters are what an IME makes of half-width ones. */
export function asTyped(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase();
}

/** How names fit what was typed: by their characters, by pinyin, by initials, and by a mixture of them. */
export function matchOf(names: readonly string[], typed: string): Quality | undefined {
  const found = new Set(names.map((name) => matchOfName(name, typed)));
  return qualities.find((quality) => found.has(quality));
}

function matchOfName(name: string, typed: string): Quality | undefined {
  const reading = readingOf(name);
  const own = name.toLowerCase();
  if (own === typed) return 'whole';
  const rest = reading && afterSounds(reading, 0, typed);
  if (rest === 0) return 'whole';
  if (own.startsWith(typed)) return 'beginning';
  if (rest !== undefined) return isInitials(reading!, typed) ? 'beginning' : 'sound';
  // One letter is part of nearly everything.
  if (own.includes(typed)) return 'part';
  return typed.length > 1 && reading && isPartOf(reading, typed) ? 'part' : undefined;
}

/** One letter, or the character itself, for each of the first characters. */
function isInitials(reading: readonly Sound[], typed: string): boolean {
  const said = reading.filter(({ syllable }) => /^[a-z]/.test(syllable));
  return [...typed].every((letter, index) => {
    const sound = said[index];
    return sound !== undefined && (sound.syllable.startsWith(letter) || sound.character === letter);
  });
}

function isPartOf(reading: readonly Sound[], typed: string): boolean {
  return reading.some((_, start) => start > 0 && afterSounds(reading, start, typed) !== undefined);
}

/** How many characters of a name are left when what was typed has been read off from one of them on. */
function afterSounds(reading: readonly Sound[], start: number, typed: string): number | undefined {
  if (typed === '') return reading.slice(start).filter(({ syllable }) => syllable !== '').length;
  const sound = reading[start];
  if (!sound || !canBegin(sound, typed)) return undefined;
  for (const piece of piecesOf(sound)) {
    if (piece !== '' && !typed.startsWith(piece)) continue;
    const left = afterSounds(reading, start + 1, typed.slice(piece.length));
    if (left !== undefined) return left;
  }
  return undefined;
}

/** Most names are given up at their first character. */
function canBegin({ character, syllable }: Sound, typed: string): boolean {
  const [first] = typed;
  return syllable[0] === first || character === first || !/^[a-z]/.test(syllable);
}

/** What may be typed for a character, longest first: xing, xin, xi, x, 行. Punctuation and figures may be left out. */
function piecesOf({ character, syllable }: Sound): string[] {
  if (syllable === '') return [character, ''];
  if (character.toLowerCase() === syllable) return [syllable, ''];
  return [character, ...Array.from(syllable, (_, index) => syllable.slice(0, syllable.length - index))];
}
