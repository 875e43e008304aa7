import { printable } from '../document/printable.js';

/** Excel takes 31 characters, none of these, no apostrophe at either end, and does not tell capitals from small letters. */
const forbidden = /[[\]:*?/\\\u0000-\u001f]/g;
const longest = 31;

/** A name for each sheet that Excel takes and no other sheet has: 公开01表. */
export class SheetNames {
  private readonly taken = new Set<string>();

  nameFor(wish: string): string {
    const plain =
      printable(wish)
        .replace(forbidden, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || '表';
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : `（${count}）`;
      const name = shortened(plain, longest - ending.length) + ending;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** Never in the middle of a character of two halves. */
function shortened(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
