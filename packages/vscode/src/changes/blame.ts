/** Who wrote a line last, as `git blame` tells it. */
export interface Blamed {
  hash: string;
  author: string;
  /** 2024-03-01. */
  day: string;
}

/** hash, then the file's former name where it had another, then (author, date, time, zone, line number). */
const blamedLine =
  /^\^?([0-9a-f]{7,64}) (?:[^(].*? +)?\((.*?) +(\d{4}-\d\d-\d\d) \d\d:\d\d:\d\d [+-]\d{4} +(\d+)\)/;

/** What is told of a line, counted from 1; nothing where it was never committed. */
export function blamedIn(blame: string, line: number): Blamed | undefined {
  const [, hash = '', author = '', day = '', number] =
    blamedLine.exec(blame.split('\n')[line - 1] ?? '') ?? [];
  if (Number(number) !== line || /^0+$/.test(hash)) return undefined;
  return { hash, author, day };
}
