/** Lines of a file that could not be read. */
export class UnreadLines {
  private readonly all: ReadonlySet<number>;
  private readonly sorted: readonly number[];

  constructor(lines: Iterable<number> = []) {
    this.all = new Set(lines);
    this.sorted = [...this.all].sort((a, b) => a - b);
  }

  has(line: number): boolean {
    return this.all.has(line);
  }

  /** Whether one of them stands among these, both included. */
  isAmong(first: number, last: number): boolean {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]! < first) low = middle + 1;
      else high = middle;
    }
    return low < this.sorted.length && this.sorted[low]! <= last;
  }

  [Symbol.iterator](): Iterator<number> {
    return this.sorted[Symbol.iterator]();
  }
}
