import type { Claim, Mark } from '../pattern/assumptions.js';
import type { Variable } from '../pattern/meaning.js';
import { type Hole, type Pattern, wordsOfPatterns } from '../pattern/pattern.js';
import { protectedIn } from './protected-words.js';
import { labelIn } from './words-around.js';

/** Where the reading of a text may be: what may come next, and what is said by having come here. */
export interface State {
  /** Where one may go without reading anything. */
  moves: number[];
  /** The character that comes next, and where it leads. */
  character?: { sign: string; to: number; isProtected: boolean };
  hole?: {
    hole: Hole;
    to: number;
    /** What the form calls it: the words directly before it. */
    label?: string;
  };
  /** Leaves out a whole literal or a whole paragraph that is not there. */
  skip?: { to: number; cost: number; isProtected: boolean };
  /** 1. or （一） before a paragraph. */
  ordinal?: number;
  /** Where a paragraph ends. */
  lineEnd?: number;
  /** A sentence may begin here, or one that the template does not know. */
  isBoundary?: true;
  says?:
    | { kind: 'mark'; mark: Mark; words: string }
    | { kind: 'claim'; claim: Claim }
    | { kind: 'iteration'; variable: Variable };
}

export interface Automaton {
  states: readonly State[];
  start: number;
  end: number;
  /** What the form calls its figures. */
  labels: ReadonlySet<string>;
}

const missingParagraph = 1.2;

/** All ways in which a text may follow its patterns, as one automaton. */
export function automatonOf(patterns: readonly Pattern[]): Automaton {
  const builder = new Builder();
  const start = builder.add({ isBoundary: true });
  const end = builder.sequence(patterns, start);
  builder.states[end]!.isBoundary = true;
  return { states: builder.states, start, end, labels: builder.labels };
}

class Builder {
  readonly states: State[] = [];
  readonly labels = new Set<string>();

  add(state: Omit<State, 'moves'> = {}): number {
    this.states.push({ moves: [], ...state });
    return this.states.length - 1;
  }

  sequence(patterns: readonly Pattern[], from: number): number {
    return patterns.reduce((at, pattern, index) => {
      if (pattern.kind !== 'hole') return this.pattern(pattern, at);
      return this.hole(pattern.hole, at, this.label(pattern.hole, patterns.slice(0, index)));
    }, from);
  }

  private pattern(pattern: Pattern, from: number): number {
    switch (pattern.kind) {
      case 'literal':
        return this.literal(pattern.text, from);
      case 'hole':
        return this.hole(pattern.hole, from);
      case 'choice':
        return this.choice(pattern.ways, from);
      case 'repeat':
        return this.repeat(pattern, from);
      case 'mark':
      case 'claim': {
        const to = this.add({ says: pattern });
        this.move(from, to);
        return to;
      }
      case 'paragraph':
        return this.paragraph(pattern.content, from);
    }
  }

  private literal(text: string, from: number): number {
    const first = this.after(from);
    const guarded = protectedIn(text);
    let at = first;
    [...text].forEach((sign, index) => {
      const to = this.add(sign === '。' ? { isBoundary: true } : {});
      this.states[at]!.character = { sign, to, isProtected: guarded.has(index) };
      at = to;
    });
    const cost = Math.min(text.length, 2.5 + text.length / 10);
    this.states[first]!.skip = { to: at, cost, isProtected: guarded.size > 0 };
    return this.after(at);
  }

  private hole(hole: Hole, from: number, label?: string): number {
    const at = this.after(from);
    const to = this.add();
    this.states[at]!.hole = { hole, to, ...(label && { label }) };
    return to;
  }

  /** What the form calls a figure stands before it, perhaps with marks between that print nothing. */
  private label(hole: Hole, before: readonly Pattern[]): string | undefined {
    if (hole.kind !== 'figure') return undefined;
    const printed = before.filter(({ kind }) => kind !== 'mark' && kind !== 'claim');
    const from = printed.findLastIndex(({ kind }) => kind !== 'literal') + 1;
    const label = labelIn(wordsOfPatterns(printed.slice(from)));
    if (label !== '') this.labels.add(label);
    return label;
  }

  private choice(ways: readonly (readonly Pattern[])[], from: number): number {
    const to = this.add();
    for (const way of ways) this.move(this.sequence(way, this.after(from)), to);
    return to;
  }

  private repeat({ variable, body, separator, ending }: Pattern & { kind: 'repeat' }, from: number): number {
    const begin = this.add({ says: { kind: 'iteration', variable } });
    const out = this.add();
    this.move(from, begin);
    const done = this.sequence(body, begin);
    this.move(this.sequence(separator, this.after(done)), begin);
    const ended = this.sequence(ending, this.after(done));
    this.move(ended, out);
    this.move(from, out);
    return out;
  }

  private paragraph(content: readonly Pattern[], from: number): number {
    const begin = this.after(from);
    const first = this.add();
    const last = this.sequence(content, first);
    const to = this.add({ isBoundary: true });
    Object.assign(this.states[begin]!, { isBoundary: true, ordinal: first });
    this.move(begin, first);
    this.states[this.after(last)]!.lineEnd = to;
    this.states[begin]!.skip = { to, cost: this.isEmpty(content) ? 0 : missingParagraph, isProtected: false };
    return to;
  }

  /** May be printed as nothing at all. */
  private isEmpty(patterns: readonly Pattern[]): boolean {
    return patterns.every((one) => {
      if (one.kind === 'choice') return one.ways.some((way) => this.isEmpty(way));
      return (
        one.kind === 'repeat' ||
        one.kind === 'mark' ||
        one.kind === 'claim' ||
        (one.kind === 'paragraph' && this.isEmpty(one.content))
      );
    });
  }

  private after(from: number): number {
    const to = this.add();
    this.move(from, to);
    return to;
  }

  private move(from: number, to: number): void {
    this.states[from]!.moves.push(to);
  }
}
