/** Numbers that look random and are the same in every run: the seed tells them all. */
export class Random {
  constructor(private state: number) {}

  /** At least 0, less than 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(end: number): number {
    return Math.floor(this.fraction() * end);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  /** So many different ones, in their order. */
  some<T>(all: readonly T[], count: number): T[] {
    const left = all.map((_, index) => index);
    const taken = new Set<number>();
    while (taken.size < Math.min(count, all.length)) taken.add(left.splice(this.below(left.length), 1)[0]!);
    return all.filter((_, index) => taken.has(index));
  }
}
