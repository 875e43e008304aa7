import { comparePositions, type FactBase, type Position, type Range, type Subject } from '@fiscal/core';

interface PlacedSubject {
  start: Position;
  subject: Subject;
}

/** Which subject of a report a place in its source belongs to. */
export class SubjectPlaces {
  private readonly placed: PlacedSubject[] = [];

  constructor(
    private readonly base: FactBase,
    private readonly nameOf: (subject: Subject) => string,
  ) {
    for (const root of [base.root, ...base.eliminations.map((one) => one.root)]) this.collect(root);
    this.placed.sort((a, b) => comparePositions(a.start, b.start));
  }

  /** The path of the last subject that begins at the place or before it; '' for the head of the report. */
  pathAt(position: Position): string {
    const found = this.placed[this.firstBehind(position) - 1];
    return found ? this.nameOf(found.subject) : '';
  }

  /** The block that a range is: the first subject that begins in it; none for the whole report. */
  blockIn({ start, end }: Range): { path: string; subject?: Subject } {
    if (isWithin(this.base.origin.range.start, start, end)) return { path: '' };
    const first = this.placed.find((one) => isWithin(one.start, start, end));
    return first ? { path: this.nameOf(first.subject), subject: first.subject } : { path: '' };
  }

  private collect(subject: Subject): void {
    const { origin } = subject;
    if (origin?.uri === this.base.origin.uri) this.placed.push({ start: origin.range.start, subject });
    for (const child of subject.children.values()) this.collect(child);
  }

  private firstBehind(position: Position): number {
    let [low, high] = [0, this.placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePositions(this.placed[middle]!.start, position) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isWithin(position: Position, start: Position, end: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) < 0;
}
