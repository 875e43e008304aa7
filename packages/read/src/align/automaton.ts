import type { Claim, Mark } from '../pattern/assumptions.js';
import type { Variable } from '../pattern/meaning.js';
import { type Hole, literal, type Pattern, wordsOfPatterns } from '../pattern/pattern.js';
import { directions } from '../published/directions.js';
import { protectedIn } from './protected-words.js';
import { rateFirst, rateFirstOf } from './rate-first.js';
import { keyOfLabel, lightWordsIn, type Saying, sayingsIn } from './same-meaning.js';
import { continuations, labelIn, saysOfWhat } from './words-around.js';

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
    /** Which sentence of the form it stands in. */
    sentence: number;
  };
  /** Leaves out a whole literal or a whole paragraph that is not there. */
  skip?: { to: number; cost: number; isProtected: boolean };
  /** What says the same as the words that come next. */
  sayings?: { saying: Saying; to: number }[];
  /** Leaves out words that say nothing, or what stands in brackets. */
  spare?: number[];
  /** A clause may begin here: any other of the same list may, too. */
  clause?: number;
  /** A clause may end before the mark that comes next. */
  ending?: number;
  /** Clauses that do not say of what they are: 占 …%, 较上年增加 …. */
  dependents?: number[];
  /** Where the clauses of other sentences begin. */
  wider?: number;
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
  /** What the form calls its figures, and of how many figures each. */
  labels: ReadonlyMap<string, number>;
  /** The same in one way of saying it. */
  keys: ReadonlySet<string>;
  /** What is counted: 批次, 人次. */
  counts: ReadonlySet<string>;
  /** What the form says in brackets: (不包括陪同人员). */
  brackets: ReadonlySet<string>;
}

const missingParagraph = 1.2;

/** A clause has its figure, or its end, no further away. */
const longestClause = 30;
const endsClause = /[,;:。、]/;
const spare = new RegExp(String.raw`\([^()]*\)|${lightWordsIn.source}`, 'g');

/** 21 批次，137 人次: what is counted is said behind its figure. */
function countedBy(next: Pattern | undefined): string | undefined {
  return next?.kind === 'literal' ? /^(?:批次|人次|人(?![员均]))/.exec(next.text)?.[0] : undefined;
}

/** What the form calls a figure stands before it, perhaps with marks between that print nothing. */
function labelBefore(hole: Hole, before: readonly Pattern[]): string | undefined {
  if (hole.kind !== 'figure') return undefined;
  const printed = before.filter(({ kind }) => kind !== 'mark' && kind !== 'claim');
  const from = printed.findLastIndex(({ kind }) => kind !== 'literal') + 1;
  return labelIn(wordsOfPatterns(printed.slice(from)));
}

/** 占 10% of a choice that begins with ，占, also where that is a choice of its own. */
function shareIn(pattern: Pattern | undefined): Pattern[] | undefined {
  if (pattern?.kind !== 'choice') return undefined;
  for (const way of pattern.ways) {
    const said = way.filter(({ kind }) => kind !== 'mark' && kind !== 'claim');
    const within = shareIn(said[0]);
    if (within) return within;
    const at = said.findIndex(({ kind }) => kind !== 'literal');
    const share = said[at];
    if (share?.kind !== 'hole' || share.hole.kind !== 'figure' || !share.hole.percent) continue;
    const words = wordsOfPatterns(said.slice(0, at));
    if (words.startsWith(',占')) return [literal(words.slice(1)), share];
  }
  return undefined;
}

/** 增加 …, 持平 */
function beginsWithDirection([first]: readonly Pattern[]): boolean {
  return first?.kind === 'literal' && directions.test(first.text.slice(0, longestDirection));
}

const longestDirection = 5;
const longestSubject = 10;

/** Words one after another, and the states before and behind each of their characters. */
class Run {
  words = '';
  private starts: (number | undefined)[] = [];
  private ends: (number | undefined)[] = [];

  add(words: string, before: number, behind: number): void {
    const rest = Array.from({ length: words.length - 1 }, () => undefined);
    this.words += words;
    this.starts.push(before, ...rest);
    this.ends.push(...rest, behind);
  }

  before(index: number): number | undefined {
    return this.starts[index];
  }

  behind(index: number): number | undefined {
    return this.ends[index - 1];
  }

  clear(): void {
    [this.words, this.starts, this.ends] = ['', [], []];
  }
}

/** All ways in which a text may follow its patterns, as one automaton. */
export function automatonOf(patterns: readonly Pattern[]): Automaton {
  const builder = new Builder();
  const start = builder.add({ isBoundary: true });
  const end = builder.sequence(patterns, start);
  builder.states[end]!.isBoundary = true;
  builder.partDependents();
  const keys = new Set([...builder.labels.keys()].map(keyOfLabel));
  const { states, labels, counts, brackets } = builder;
  return { states, start, end, labels, keys, counts, brackets };
}

class Builder {
  readonly states: State[] = [];
  readonly labels = new Map<string, number>();
  readonly counts = new Set<string>();
  readonly brackets = new Set<string>();
  /** Where any clause of the section, or of one repetition, may begin; and any clause of a sentence. */
  private readonly junctions: number[] = [];
  private scope = this.junction();
  private sentenceStart = this.junction(this.scope);

  add(state: Omit<State, 'moves'> = {}): number {
    this.states.push({ moves: [], ...state });
    return this.states.length - 1;
  }

  /** A clause that says of what it is may stand anywhere; others are likelier to stand behind theirs. */
  partDependents(): void {
    const says = new Map<number, boolean>();
    const isOwn = (state: number) => {
      if (!says.has(state)) says.set(state, this.saysOfWhat(state));
      return says.get(state)!;
    };
    for (const junction of this.junctions) {
      const { moves } = this.states[junction]!;
      this.states[junction]!.moves = moves.filter(isOwn);
      this.states[junction]!.dependents = moves.filter((one) => !isOwn(one));
    }
  }

  private saysOfWhat(state: number): boolean {
    const { says, ordinal, lineEnd, isBoundary } = this.states[state]!;
    if (isBoundary || says?.kind === 'iteration' || ordinal !== undefined || lineEnd !== undefined)
      return true;
    return continuations(this.states[state]!, this.states, longestSubject).some((words) =>
      saysOfWhat(words.replace(/[,;:。、].*/s, '')),
    );
  }

  sequence(patterns: readonly Pattern[], from: number): number {
    const run = new Run();
    const starts: number[] = [];
    const end = patterns.reduce((at, pattern, index) => {
      starts.push(at);
      if (pattern.kind === 'literal') return this.literal(pattern.text, at, run);
      if (pattern.kind !== 'hole') {
        const compared = this.comparisonBefore(run);
        this.say(run);
        const to = this.pattern(pattern, at);
        if (compared && pattern.kind === 'choice') this.comparedLast(pattern.ways, compared, to);
        this.shareFirst(patterns.slice(0, index + 1), starts, to);
        return to;
      }
      const { hole } = pattern;
      if (hole.kind !== 'known') this.say(run);
      const start = this.after(at);
      const counted = hole.kind === 'figure' ? countedBy(patterns[index + 1]) : undefined;
      if (counted !== undefined) {
        this.beginClause(start);
        this.counts.add(counted);
      }
      const to = this.hole(hole, start, this.label(hole, patterns.slice(0, index)));
      if (hole.kind === 'known') run.add(hole.text, start, to);
      return to;
    }, from);
    this.say(run);
    return end;
  }

  /** What the words up to here compare with: 较上年决算数 before 增加. */
  private comparisonBefore(run: Run): { words: string; from: number } | undefined {
    const { words } = run;
    const saying = sayingsIn(words).find((one) => one.comparedWith && one.to === words.length);
    const from = saying && run.before(saying.from);
    return saying && from !== undefined ? { words: words.slice(saying.from), from } : undefined;
  }

  /** 较上年决算数增加 5 万元，增长 10% said the other way round: 增长 10%，较上年决算数增加 5 万元. */
  private comparedLast(
    ways: readonly (readonly Pattern[])[],
    { words, from }: { words: string; from: number },
    to: number,
  ): void {
    for (const way of ways.map((one) => rateFirstOf(one, words)).filter((one) => one !== undefined))
      this.move(this.closed(way, this.after(from)), to);
  }

  /** 基本支出 5 万元，占 10% said the other way round: 基本支出占 10%，为 5 万元. */
  private shareFirst(patterns: readonly Pattern[], starts: readonly number[], to: number): void {
    const [amount, unit, share] = patterns.slice(-3);
    const words = shareIn(share);
    if (!words || amount?.kind !== 'hole' || amount.hole.kind !== 'figure' || unit?.kind !== 'literal')
      return;
    const label = labelBefore(amount.hole, patterns.slice(0, -3));
    const from = starts[patterns.length - 3]!;
    const end = [...words, literal(',')].reduce(
      (at, one) =>
        one.kind === 'hole' ? this.hole(one.hole, this.after(at), label) : this.sequence([one], at),
      this.after(from),
    );
    this.move(this.sequence([unit], this.hole(amount.hole, this.after(end), label)), to);
  }

  /** What the words of a run may be said by. */
  private say(run: Run): void {
    for (const saying of sayingsIn(run.words)) {
      const [from, to] = [run.before(saying.from), run.behind(saying.to)];
      if (from !== undefined && to !== undefined) (this.states[from]!.sayings ??= []).push({ saying, to });
      if (from !== undefined && saying.comparedWith) this.beginClause(from);
    }
    for (const { 0: words, index } of run.words.matchAll(spare)) {
      if (words.startsWith('(')) this.brackets.add(words);
      const [from, to] = [run.before(index), run.behind(index + words.length)];
      if (from !== undefined && to !== undefined) (this.states[from]!.spare ??= []).push(to);
    }
    run.clear();
  }

  private junction(wider?: number): number {
    const state = this.add(wider === undefined ? {} : { wider });
    this.junctions.push(state);
    return state;
  }

  /** Any clause of the sentence, or of another one, may be followed by this one. */
  private beginClause(state: number): void {
    this.states[state]!.clause ??= this.sentenceStart;
    this.states[this.sentenceStart]!.moves.push(state);
    this.states[this.scope]!.moves.push(state);
  }

  /** What ends a sentence may follow any of its clauses. */
  private beginSentence(state: number): void {
    this.states[this.sentenceStart]!.moves.push(state);
    this.sentenceStart = this.junction(this.scope);
    this.beginClause(state);
  }

  private pattern(pattern: Pattern, from: number): number {
    switch (pattern.kind) {
      case 'literal':
      case 'hole':
        return this.sequence([pattern], from);
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

  private literal(text: string, from: number, run: Run): number {
    const first = this.after(from);
    const guarded = protectedIn(text);
    let at = first;
    [...text].forEach((sign, index) => {
      const to = this.add(sign === '。' ? { isBoundary: true } : {});
      run.add(sign, at, to);
      this.states[at]!.character = { sign, to, isProtected: guarded.has(index) };
      if (endsClause.test(sign)) {
        this.states[at]!.ending = this.sentenceStart;
        if (sign === '。') this.beginSentence(to);
        else if (text.length - index <= longestClause) this.beginClause(to);
      }
      at = to;
    });
    const cost = Math.min(text.length, 2.5 + text.length / 10);
    this.states[first]!.skip = { to: at, cost, isProtected: guarded.size > 0 };
    return this.after(at);
  }

  private hole(hole: Hole, from: number, label?: string): number {
    const at = this.after(from);
    const to = this.add();
    this.states[at]!.hole = { hole, to, sentence: this.sentenceStart, ...(label && { label }) };
    return to;
  }

  private label(hole: Hole, before: readonly Pattern[]): string | undefined {
    const label = labelBefore(hole, before);
    if (label !== undefined && label !== '') this.labels.set(label, (this.labels.get(label) ?? 0) + 1);
    return label;
  }

  private choice(ways: readonly (readonly Pattern[])[], from: number): number {
    const to = this.add();
    const begin = this.after(from);
    const hasDirection = ways.some(beginsWithDirection);
    if (hasDirection) this.beginClause(begin);
    const turned = ways.map(rateFirst).filter((one) => one !== undefined);
    for (const way of [...ways, ...turned]) {
      const first = this.after(begin);
      this.move(hasDirection ? this.closed(way, first) : this.sequence(way, first), to);
    }
    return to;
  }

  private repeat({ variable, body, separator, ending }: Pattern & { kind: 'repeat' }, from: number): number {
    const begin = this.add({ says: { kind: 'iteration', variable } });
    const out = this.add();
    this.move(from, begin);
    const done = this.body(body, begin);
    this.states[this.after(done)]!.ending = this.sentenceStart;
    this.move(this.sequence(separator, this.after(done)), begin);
    const ended = this.sequence(ending, this.after(done));
    this.move(ended, out);
    this.move(from, out);
    return out;
  }

  /** Clauses of one iteration belong to it alone. */
  private body(patterns: readonly Pattern[], begin: number): number {
    return this.apart(patterns, begin, undefined);
  }

  /** 增加 …，增长 …: nothing comes to 增长 that was not 增加 before; on from there anything may come. */
  private closed(patterns: readonly Pattern[], begin: number): number {
    return this.apart(patterns, begin, this.sentenceStart);
  }

  private apart(patterns: readonly Pattern[], begin: number, wider: number | undefined): number {
    const { scope, sentenceStart } = this;
    this.scope = this.junction(wider);
    this.sentenceStart = this.junction(this.scope);
    const done = this.sequence(patterns, begin);
    [this.scope, this.sentenceStart] = [scope, sentenceStart];
    return done;
  }

  private paragraph(content: readonly Pattern[], from: number): number {
    const begin = this.after(from);
    const first = this.add();
    this.beginSentence(begin);
    const last = this.sequence(content, first);
    const to = this.add({ isBoundary: true });
    Object.assign(this.states[begin]!, { isBoundary: true, ordinal: first });
    this.move(begin, first);
    Object.assign(this.states[this.after(last)]!, { lineEnd: to, ending: this.sentenceStart });
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
