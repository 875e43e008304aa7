const word = /["“”]{3}|[\u3400-\u9fff\w（）·]+|[^\S\r\n]+|\r\n|[^]/g;

/** A text cut into words, blanks and signs, roughly as the language does it; joined they are the text again. */
export function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

/** Places of the words that say something. */
export function saying(words: readonly string[]): number[] {
  return words.flatMap((each, at) => (each.trim() === '' ? [] : [at]));
}
