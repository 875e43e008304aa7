import type { Claim, Mark } from '../pattern/assumptions.js';
import type { Variable } from '../pattern/meaning.js';
import type { Hole } from '../pattern/pattern.js';
import { align, type Step } from './align.js';
import type { Automaton } from './automaton.js';
import { directions } from '../published/directions.js';
import { similarity } from '../tables/similarity.js';
import { protectedIn } from './protected-words.js';
import { type Around, around } from './words-around.js';

/** What a text says, in order. */
export type Event =
  | { kind: 'iteration'; variable: Variable }
  | { kind: 'mark'; mark: Mark; at: number }
  | { kind: 'claim'; claim: Claim; at: number }
  /** `isDoubtful`: the words before it differ from the template's in what they mean. */
  | { kind: 'filled'; hole: Hole; from: number; to: number; isDoubtful: boolean; money?: Around['money'] }
  | { kind: 'other name'; expected: string; from: number; to: number }
  | { kind: 'unknown'; from: number; to: number }
  /** A figure for which the template has no place. */
  | { kind: 'unplaced'; at: number }
  /** Differs from the template, and was recognised all the same. */
  | { kind: 'differs'; at: number };

/**
 * Reads a text by the patterns of its section: first word for word, then what was not known with other words; where an
 * author's own text stands in the section, only word for word.
 */
export function readText(automaton: Automaton, text: string, isLoose: boolean, year: number): Event[] {
  const exact = eventsOf(
    align(automaton, text, () => false),
    text,
    year,
    automaton,
  );
  const unknown = exact.filter((event) => event.kind === 'unknown');
  if (!isLoose || (unknown.length === 0 && exact.length > 0)) return exact;
  const isUnknown = new Uint8Array(text.length + 1);
  if (exact.length === 0) isUnknown.fill(1);
  for (const { from, to } of unknown) isUnknown.fill(1, from, to + 1);
  return eventsOf(
    align(automaton, text, (at) => isUnknown[at] === 1),
    text,
    year,
    automaton,
  );
}

function eventsOf(steps: readonly Step[], text: string, year: number, automaton: Automaton): Event[] {
  const reader = new StepReader(text, year, automaton);
  for (const step of steps) reader.take(step);
  return reader.events;
}

class StepReader {
  readonly events: Event[] = [];
  private isDoubtful = false;
  /** The figure before belongs to something else than where it was read into. */
  private isElsewhere = false;
  /** Words of the text that mean something else than others. */
  private readonly guarded: ReadonlySet<number>;
  private wordsFrom: number | undefined;

  constructor(
    private readonly text: string,
    private readonly year: number,
    private readonly automaton: Automaton,
  ) {
    this.guarded = protectedIn(text);
  }

  take(step: Step): void {
    this.read(step);
    const { says } = step.state;
    if (says?.kind === 'iteration') this.events.push(says);
    else if (says?.kind === 'mark' && this.isWritten(says.words, step.from))
      this.events.push({ kind: 'mark', mark: says.mark, at: step.from });
    else if (
      says?.kind === 'claim' &&
      this.isWritten(directions.exec(says.claim.words)?.[0] ?? '', step.from)
    )
      this.events.push({ ...says, at: step.from });
  }

  private read(step: Step): void {
    const { kind, from, to, of } = step;
    switch (kind) {
      case 'word':
        this.wordsFrom ??= from;
        return;
      case 'filled':
        return this.filled(step);
      case 'insert':
        if (this.isFigure(from, to)) this.events.push({ kind: 'unplaced', at: from });
        return this.differs(from, this.isGuarded(from, to) || this.isFigure(from, to));
      case 'delete':
      case 'substitute':
        // Of which year, or whose, was said before.
        return this.differs(from, of?.character?.isProtected ?? of?.hole?.hole.kind !== 'known');
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

  private filled({ from, to, of, state }: Step): void {
    const start = this.wordsFrom ?? from;
    this.wordsFrom = undefined;
    if (!of?.hole) return;
    const { hole } = of.hole;
    if (hole.kind !== 'figure')
      return void this.events.push({ kind: 'filled', hole, from: start, to, isDoubtful: this.isDoubtful });
    const { isStrange, money } = around(this.text, [from, to], { before: of, after: state }, this.automaton);
    // 占 8.39% is the share of what was said before it.
    this.isElsewhere = isStrange || (hole.percent && this.isElsewhere);
    const isDoubtful = this.isDoubtful || this.isElsewhere;
    this.events.push({ kind: 'filled', hole, from: start, to, isDoubtful, ...(money && { money }) });
    this.settled();
  }

  private differs(at: number, isGrave: boolean): void {
    if (this.text[at] === '\n') return;
    this.isDoubtful ||= isGrave;
    this.events.push({ kind: 'differs', at });
  }

  private settled(): void {
    this.isDoubtful = false;
  }

  /** What is said by words alone is said only where they stand. */
  private isWritten(words: string, at: number): boolean {
    const before = this.text.slice(Math.max(0, at - words.length - 4), at).replaceAll('\n', '');
    if (words.length <= 6) return before.includes(words);
    return similarity(before.slice(-words.length), words) >= 0.75;
  }

  /** The year of the report may be said anywhere. */
  private isFigure(from: number, to: number): boolean {
    const inserted = this.text.slice(from, to);
    const isYear = inserted === String(this.year) && this.text[to] === '年';
    return /\d/.test(inserted) && !isYear;
  }

  private isGuarded(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.guarded.has(at)) return true;
    return false;
  }
}
