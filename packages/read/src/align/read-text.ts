import type { Claim, Mark } from '../pattern/assumptions.js';
import type { Variable } from '../pattern/meaning.js';
import type { Hole } from '../pattern/pattern.js';
import { align, type Step } from './align.js';
import type { Automaton } from './automaton.js';
import { hasProtected } from './protected-words.js';

/** What a text says, in order. */
export type Event =
  | { kind: 'iteration'; variable: Variable }
  | { kind: 'mark'; mark: Mark; at: number }
  | { kind: 'claim'; claim: Claim; at: number }
  /** `isDoubtful`: the words before it differ from the template's in what they mean. */
  | { kind: 'filled'; hole: Hole; from: number; to: number; isDoubtful: boolean }
  | { kind: 'other name'; expected: string; from: number; to: number }
  | { kind: 'unknown'; from: number; to: number }
  /** Differs from the template, and was recognised all the same. */
  | { kind: 'differs'; at: number };

/**
 * Reads a text by the patterns of its section: first word for word, then what was not known with other words; where an
 * author's own text stands in the section, only word for word.
 */
export function readText(automaton: Automaton, text: string, isLoose: boolean): Event[] {
  const exact = eventsOf(
    align(automaton, text, () => false),
    text,
  );
  const unknown = exact.filter((event) => event.kind === 'unknown');
  if (!isLoose || (unknown.length === 0 && exact.length > 0)) return exact;
  const isUnknown = new Uint8Array(text.length + 1);
  if (exact.length === 0) isUnknown.fill(1);
  for (const { from, to } of unknown) isUnknown.fill(1, from, to + 1);
  return eventsOf(
    align(automaton, text, (at) => isUnknown[at] === 1),
    text,
  );
}

function eventsOf(steps: readonly Step[], text: string): Event[] {
  const reader = new StepReader(text);
  for (const step of steps) reader.take(step);
  return reader.events;
}

class StepReader {
  readonly events: Event[] = [];
  private isDoubtful = false;
  private inserted = '';
  private wordsFrom: number | undefined;

  constructor(private readonly text: string) {}

  take(step: Step): void {
    this.read(step);
    const { says } = step.state;
    if (says?.kind === 'iteration') this.events.push(says);
    else if (says) this.events.push({ ...says, at: step.from });
  }

  private read({ kind, from, to, of }: Step): void {
    switch (kind) {
      case 'word':
        this.wordsFrom ??= from;
        return;
      case 'filled':
        return this.filled(of?.hole?.hole, from, to);
      case 'insert':
        this.inserted += this.text.slice(from, to);
        return this.differs(from, /\d/.test(this.text.slice(from, to)));
      case 'delete':
      case 'substitute':
        return this.differs(from, of?.character?.isProtected ?? true);
      case 'skip':
        if (of?.ordinal === undefined) this.differs(from, of?.skip?.isProtected ?? true);
        return;
      case 'other':
        if (of?.hole?.hole.kind === 'known')
          this.events.push({ kind: 'other name', expected: of.hole.hole.text, from, to });
        return;
      case 'unknown':
        this.settled();
        if (this.text.slice(from, to).trim() !== '') this.events.push({ kind: 'unknown', from, to });
        return;
      case 'line end':
        return this.settled();
      case 'match':
        return of?.character?.sign === '。' ? this.settled() : undefined;
      default:
        return;
    }
  }

  private filled(hole: Hole | undefined, from: number, to: number): void {
    const start = this.wordsFrom ?? from;
    this.wordsFrom = undefined;
    if (!hole) return;
    const isDoubtful = this.isDoubtful || hasProtected(this.inserted);
    this.events.push({ kind: 'filled', hole, from: start, to, isDoubtful });
    if (hole.kind === 'figure') this.settled();
  }

  private differs(at: number, isGrave: boolean): void {
    if (this.text[at] === '\n') return;
    this.isDoubtful ||= isGrave;
    this.events.push({ kind: 'differs', at });
  }

  private settled(): void {
    this.isDoubtful = false;
    this.inserted = '';
  }
}
