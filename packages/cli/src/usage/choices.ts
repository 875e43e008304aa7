import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';

/** Reads an option that is one of a few words. */
export function oneOf<T extends string>(flag: string, choices: readonly T[]): (value: string) => T {
  return (value) => {
    const choice = choices.find((name) => name === value);
    if (choice === undefined) throw new Failure(messages.badChoice(flag, value, choices));
    return choice;
  };
}

/** Reads an option that is a list of such words: `markdown,html`. */
export function someOf<T extends string>(flag: string, choices: readonly T[]): (value: string) => T[] {
  const read = oneOf(flag, choices);
  return (value) => [...new Set(value.split(/[,，、]/).map((word) => read(word.trim())))];
}

/** Reads a whole number that is not negative. */
export function count(flag: string): (value: string) => number {
  return (value) => {
    if (!/^\d{1,9}$/.test(value)) throw new Failure(messages.badCount(flag, value));
    return Number(value);
  };
}

/** Reads an amount that is not negative; it stays a text, exact. */
export function amount(flag: string): (value: string) => string {
  return (value) => {
    if (!/^\d{1,15}(\.\d{1,6})?$/.test(value)) throw new Failure(messages.badAmount(flag, value));
    return value;
  };
}

/** Reads a year of four digits. */
export function year(value: string): number {
  if (!/^(19|20)\d\d$/.test(value)) throw new Failure(messages.badYear(value));
  return Number(value);
}
