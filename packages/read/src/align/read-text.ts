import { attributes, knownMeasure } from '@fiscal/core';
import type { Claim, Mark } from '../pattern/assumptions.js';
import type { Reference, Step, Variable } from '../pattern/meaning.js';
import type { Hole } from '../pattern/pattern.js';
import { align, type Step as AlignStep } from './align.js';
import type { Automaton, State } from './automaton.js';
import { directions } from '../published/directions.js';
import { similarity } from '../tables/similarity.js';
import { protectedIn } from './protected-words.js';
import { inOneWay, keyOfLabel } from './same-meaning.js';
import { saidOfEach } from './said-none.js';
import { type Aside, asideIn, clauseBefore, measureIn } from './asides.js';
import { type Around, around, labelIn, moneyUnitBehind, saysOfWhat } from './words-around.js';

/** What a text says, in order. */
export type Event =
  | { kind: 'iteration'; variable: Variable }
  | { kind: 'mark'; mark: Mark; at: number }
  | { kind: 'claim'; claim: Claim; at: number }
  /** `isDoubtful`: the words before it differ from the template's in what they mean. */
  | {
      kind: 'filled';
      hole: Hole;
      from: number;
      to: number;
      isDoubtful: boolean;
      money?: Around['money'];
      label?: string;
    }
  | { kind: 'other name'; expected: string; from: number; to: number }
  | { kind: 'unknown'; from: number; to: number }
  /** A figure for which the template has no place. */
  | { kind: 'unplaced'; at: number }
  /** Differs from the template, and was recognised all the same. */
  | { kind: 'differs'; at: number };

/**
 * Reads a text by the patterns of its section: first word for word, then what was not known with other words; where an
 * author's own text stands in the section, only word for word. A sentence of the template that an author's words seem
 * to go on with is read so, where more of the template's figures are found.
 */
export function readText(
  automaton: Automaton,
  text: string,
  isLoose: boolean,
  year: number,
  hasOwnText = false,
): Event[] {
  const exact = read(automaton, text, year, () => false);
  if (!isLoose) return hasOwnText ? readAmongOwnText(automaton, text, year, exact) : exact.events;
  const unknown = exact.events.filter((event) => event.kind === 'unknown');
  const swallowed = swallowedIn(exact, text);
  if (unknown.length === 0 && swallowed.length === 0 && exact.events.length > 0) return exact.events;
  const isUnknown = new Uint8Array(text.length + 1);
  if (exact.events.length === 0) isUnknown.fill(1);
  // A line of which something was not known may have been taken for another one as a whole.
  for (const { from, to } of [...unknown, ...swallowed])
    isUnknown.fill(1, text.lastIndexOf('\n', from - 1) + 1, lineEndAfter(text, to));
  const other = read(automaton, text, year, (at) => isUnknown[at] === 1);
  const isBetter = unknown.length > 0 || exact.events.length === 0 || saidIn(other) > saidIn(exact);
  return withoutSwallowed(isBetter ? other : exact, text);
}

const fewestFigures = 2;
/** So much of its words. */
const mostOfIt = 0.6;
const enoughWords = 30;

/** Among an author's paragraphs one is the template's that says figures of it, in its words, and nothing else. */
function readAmongOwnText(automaton: Automaton, text: string, year: number, exact: TextReading): Event[] {
  const unknown = linesOf(text, exact.events);
  if (unknown.length === 0) return exact.events;
  const loose = read(automaton, text, year, among(unknown));
  const recognised = unknown.filter(([from, to]) => {
    const own = loose.events.filter((event) => isWithin(event, from, to));
    const figures = own.filter((event) => event.kind === 'filled' && event.hole.kind === 'figure');
    const words = loose.ofTemplate.filter((at) => at >= from && at < to).length;
    const filled = own.reduce((sum, event) => sum + (event.kind === 'filled' ? event.to - event.from : 0), 0);
    return (
      figures.length >= fewestFigures &&
      words >= mostOfIt * (to - from - filled) &&
      (words >= enoughWords || !own.some(isNamed)) &&
      !own.some(isOfAnotherAuthor)
    );
  });
  return recognised.length === 0 ? exact.events : read(automaton, text, year, among(recognised)).events;
}

type Range = readonly [from: number, to: number];

/** The lines of which something was not known. */
function linesOf(text: string, events: readonly Event[]): Range[] {
  const lines = new Map<number, Range>();
  for (const event of events) {
    if (event.kind !== 'unknown') continue;
    for (let at = event.from; at < event.to; at = lineEndAfter(text, at)) {
      const from = text.lastIndexOf('\n', at - 1) + 1;
      lines.set(from, [from, lineEndAfter(text, at)]);
    }
  }
  return [...lines.values()];
}

function among(ranges: readonly Range[]): (at: number) => boolean {
  return (at) => ranges.some(([from, to]) => at >= from && at < to);
}

function isWithin(event: Event, first: number, end: number): boolean {
  const at = placeOf(event);
  return at !== undefined && at >= first && at < end;
}

function placeOf(event: Event): number | undefined {
  if (event.kind === 'iteration') return undefined;
  return 'at' in event ? event.at : event.from;
}

function isOfAnotherAuthor(event: Event): boolean {
  return (
    event.kind === 'unknown' || event.kind === 'unplaced' || (event.kind === 'filled' && event.isDoubtful)
  );
}

/** Any words may be a name. */
function isNamed(event: Event): boolean {
  return event.kind === 'filled' && event.hole.kind === 'name';
}

function lineEndAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return (end < 0 ? text.length : end) + 1;
}

interface TextReading {
  events: Event[];
  /** The characters that are the template's words. */
  ofTemplate: readonly number[];
  automaton: Automaton;
  year: number;
}

function read(
  automaton: Automaton,
  text: string,
  year: number,
  mayDiffer: (at: number) => boolean,
): TextReading {
  const reader = new StepReader(text, year, automaton);
  for (const step of align(automaton, text, year, mayDiffer)) reader.take(step);
  return { events: reader.events, ofTemplate: reader.ofTemplate, automaton, year };
}

/** How much was understood. */
function saidIn({ events }: TextReading): number {
  return events.filter(
    (event) =>
      event.kind === 'mark' ||
      event.kind === 'claim' ||
      (event.kind === 'filled' && event.hole.kind === 'figure' && !event.isDoubtful),
  ).length;
}

interface Swallowed {
  from: number;
  to: number;
  /** Where the figure stands that the template has. */
  at: number | undefined;
}

/** No name has an amount in it: 一般公共服务支出 298.74 万元，占总支出的 9%；科学技术支出. */
const amountAt = /\d(?:亿元|万元|元|%)/;

/** Author's words that seem to go on with a sentence of the template: 用于办公。决算数为 5 万元 */
function swallowedIn({ events, automaton, year }: TextReading, text: string): Swallowed[] {
  return events.flatMap((event, index): Swallowed[] => {
    if (event.kind !== 'filled') return [];
    const { from, to, hole } = event;
    const words = text.slice(from, to);
    if (hole.kind === 'name' && amountAt.test(words)) return [{ from, at: undefined, to }];
    if (hole.kind !== 'text' || hole.names) return [];
    for (const { index: start } of words.matchAll(/(?<![\d.])\d/g)) {
      const at = from + start;
      const label = labelIn(text.slice(Math.max(from, at - 40), at));
      const key = keyOfLabel(label);
      const isOfTemplate = automaton.keys.has(key) || measureIn(label, year) !== undefined;
      if (key !== '' && isOfTemplate && !isSaidBeside(key, at, events, index, text))
        return [{ from, at, to }];
    }
    return words.trim().includes('\n') ? [{ from, at: undefined, to }] : [];
  });
}

/** The figure of that name is told in the same paragraph, of the same thing. */
function isSaidBeside(
  key: string,
  at: number,
  events: readonly Event[],
  index: number,
  text: string,
): boolean {
  const [begin, end] = [text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)];
  const first = events.findLastIndex((event, other) => other < index && event.kind === 'iteration');
  const next = events.findIndex((event, other) => other > index && event.kind === 'iteration');
  return events
    .slice(first + 1, next < 0 ? undefined : next)
    .some(
      (event) =>
        event.kind === 'filled' &&
        event.from >= begin &&
        (end < 0 || event.from < end) &&
        event.label !== undefined &&
        keyOfLabel(event.label) === key,
    );
}

/** A sentence that the template has, and that could not be read there, is none of an author's words. */
function withoutSwallowed(reading: TextReading, text: string): Event[] {
  const swallowed = new Map(swallowedIn(reading, text).map((one) => [one.from, one]));
  return reading.events.flatMap((event): Event[] => {
    const found = event.kind === 'filled' && event.hole.kind === 'text' && swallowed.get(event.from);
    if (!found || found.at === undefined) return [event];
    const before = text.slice(event.from, found.at);
    const end = event.from + Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1;
    if (end === event.from) return [event];
    return [
      { ...event, to: end - 1 },
      { kind: 'unknown', from: end, to: event.to },
    ];
  });
}

/** With so many words of the template before it there is no doubt where a clause belongs. */
const fewestWords = 8;

class StepReader {
  readonly events: Event[] = [];
  readonly ofTemplate: number[] = [];
  private isDoubtful = false;
  /** What the next figure is of was not said with it. */
  private isWithoutName = false;
  /** The figure before belongs to something else than where it was read into. */
  private isElsewhere = false;
  /** Words of the text that mean something else than others. */
  private readonly guarded: ReadonlySet<number>;
  private wordsFrom: number | undefined;
  private substitutedTo: number | undefined;
  /** The clause does not stand where the template has it. */
  private isMoved = false;
  /** So many characters of the template were read since. */
  private saidSinceMoved = 0;
  /** Of what the figure before was. */
  private lastSubject: string | undefined;
  private lastSentence: number | undefined;
  /** Of what a figure in this paragraph was doubtful: what is said of it further on is, too. */
  private readonly doubtful = new Set<string>();
  private filledHoles = new Set<Hole>();
  /** Figures beside those of the template, until it is clear of what they are. */
  private asides: Aside[] = [];
  /** What the figure before says, in this sentence. */
  private lastFigure: { of: Reference; to: number; unit: string | undefined } | undefined;
  /** The sentence speaks of another budget than the template: what it completes is that one. */
  private isOtherBudget = false;

  constructor(
    private readonly text: string,
    private readonly year: number,
    private readonly automaton: Automaton,
  ) {
    this.guarded = protectedIn(text);
  }

  take(step: AlignStep): void {
    this.read(step);
    const { says } = step.state;
    if (says?.kind === 'iteration') {
      this.endSentence();
      this.filledHoles.clear();
      this.lastSubject = undefined;
      this.events.push(says);
    } else if (
      says?.kind === 'mark' &&
      this.isWritten(says.words, step.from) &&
      !this.isDoubted(says.mark.of)
    )
      this.events.push({ kind: 'mark', mark: says.mark, at: step.from });
    else if (
      says?.kind === 'claim' &&
      this.isWritten(directions.exec(says.claim.words)?.[0] ?? '', step.from) &&
      !this.isDoubted(says.claim.left)
    )
      this.events.push({ ...says, at: step.from });
  }

  private read(step: AlignStep): void {
    const { kind, from, to, of } = step;
    switch (kind) {
      case 'word':
        this.wordsFrom ??= from;
        return;
      case 'filled':
        return this.filled(step);
      case 'jump':
        this.isMoved = true;
        this.saidSinceMoved = 0;
        return this.differs(from, false);
      case 'same':
        // Words that say nothing lead nowhere.
        if (of !== step.state) this.saidSinceMoved += to - from;
        return this.differs(from, false);
      case 'clause':
        return this.insertedClause(from, to);
      case 'aside':
        return this.besides(from, to);
      case 'none':
        return this.none(step);
      case 'each':
        return this.each(step);
      case 'insert':
        if (this.isFigure(from, to)) this.events.push({ kind: 'unplaced', at: from });
        return this.differs(from, this.isGuarded(from, to) || this.isFigure(from, to));
      case 'substitute': {
        // Two characters are another word.
        const isWord = this.substitutedTo === from;
        this.substitutedTo = to;
        return this.differs(from, isWord || (of?.character?.isProtected ?? true));
      }
      case 'delete':
        // Of which year, or whose, was said before.
        return this.differs(from, of?.character?.isProtected ?? of?.hole?.hole.kind !== 'known');
      case 'skip':
        return of?.ordinal === undefined ? this.leftOut(of, from) : undefined;
      case 'other':
        if (of?.hole?.hole.kind === 'known')
          this.events.push({ kind: 'other name', expected: of.hole.hole.text, from, to });
        return;
      case 'unknown':
        this.endSentence();
        if (this.text.slice(from, to).trim() !== '') this.events.push({ kind: 'unknown', from, to });
        return;
      case 'line end':
        this.doubtful.clear();
        this.isMoved = false;
        return this.endSentence();
      case 'match':
        this.saidSinceMoved += to - from;
        for (let at = from; at < to; at++) this.ofTemplate.push(at);
        return /[。;]/.test(of?.character?.sign ?? '') ? this.endSentence() : undefined;
      default:
        return;
    }
  }

  /** 支出决算比上年增加: of what is not said again, where the figure before was of the same. */
  private leftOut(of: State | undefined, from: number): void {
    const isProtected = of?.skip?.isProtected ?? true;
    const isName = isProtected && of !== undefined && isNameAlone(this.wordsLeftOut(of));
    this.isWithoutName ||= isName;
    this.differs(from, isProtected && !isName);
  }

  private wordsLeftOut({ skip, character }: State): string {
    const { states } = this.automaton;
    const end = skip && states[skip.to];
    let words = '';
    for (let next = character; next; next = states[next.to]?.character) {
      words += next.sign;
      if (states[next.to] === end) break;
    }
    return words;
  }

  /** Its figures are of something that the template does not have; what it compares with says what follows. */
  private insertedClause(from: number, to: number): void {
    const words = this.text.slice(from, to);
    for (const { index } of words.matchAll(/\d[\d.,]*(?!\d)/g))
      if (!this.isYear(from + index)) this.events.push({ kind: 'unplaced', at: from + index });
    this.differs(from, /[与较比同].*(?:预算|上年|年度?)|相比/.test(words));
  }

  private isYear(at: number): boolean {
    return /^20\d\d年/.test(this.text.slice(at, at + 5));
  }

  private filled({ from, to, of, state }: AlignStep): void {
    const start = this.wordsFrom ?? from;
    this.wordsFrom = undefined;
    if (!of?.hole) return;
    const { hole, label = '', sentence } = of.hole;
    if (hole.kind !== 'figure') return this.filledWords(hole, start, to);
    const { isStrange, money } = around(this.text, [from, to], { before: of, after: state }, this.automaton);
    // 占 8.39% is the share of what was said before it.
    this.isElsewhere = isStrange || (hole.percent && this.isElsewhere);
    const isOfAnother = this.isElsewhere || this.isUnnamed(hole) || this.isOfAnother(hole, label, sentence);
    const unit = moneyUnitBehind(state, this.automaton.states);
    if (!isOfAnother && this.otherMeasure(hole, [start, to], unit, money)) return;
    const isOfOtherBudget = this.isOtherBudget && hole.states?.of.steps.at(-1) === '完成率';
    const isDoubtful = this.isDoubtful || isOfAnother || isOfOtherBudget;
    if (!isDoubtful) this.sayAsides(hole, label, unit, start);
    this.events.push({ kind: 'filled', hole, from: start, to, isDoubtful, label, ...(money && { money }) });
    this.note(hole, isDoubtful, isOfAnother);
    if (!isDoubtful && hole.states && !hole.percent) this.lastFigure = { of: hole.states.of, to, unit };
    if (!isDoubtful) this.lastSentence = sentence;
    this.settled();
  }

  private none({ from, of }: AlignStep): void {
    const hole = of?.hole?.hole;
    if (hole?.kind === 'figure' && hole.states && !this.isDoubtful)
      this.events.push({ kind: 'mark', mark: { kind: 'zero', of: hole.states.of }, at: from - 1 });
    this.isMoved = true;
    this.saidSinceMoved = 0;
    this.differs(from, false);
    this.settled();
  }

  /** The figure that is said of this and of others. */
  private each({ from, of }: AlignStep): void {
    const { hole, label = '' } = of?.hole ?? {};
    const start = saidOfEach(this.text, from, label);
    const figure = start === undefined ? undefined : figureAt(this.text, start);
    if (hole?.kind !== 'figure' || start === undefined || figure === undefined) return;
    const to = start + figure.length;
    const isDoubtful = this.isDoubtful;
    this.events.push({ kind: 'filled', hole, from: start, to, isDoubtful, label });
    this.isMoved = true;
    this.saidSinceMoved = 0;
    this.differs(from, false);
    this.settled();
  }

  /** 全年预算 where the template has 年初预算: that, of the same. */
  private otherMeasure(
    hole: Hole & { kind: 'figure' },
    [from, to]: readonly [number, number],
    unit: string | undefined,
    money: Around['money'],
  ): boolean {
    const measure = this.isMoved ? undefined : measureIn(clauseBefore(this.text, from), this.year);
    if (!this.isDoubtful || measure === undefined || !hole.states || hole.percent) return false;
    if (hole.states.of.steps.at(-1) === measure || (unit === undefined && !money)) return false;
    this.sayMeasure(hole.states.of, measure, [from, to], money);
    this.settled();
    return true;
  }

  private besides(from: number, to: number): void {
    this.differs(from, false);
    const aside = asideIn(this.text, from, to, this.year);
    if (!aside) return;
    const last = this.lastFigure;
    const between = last && this.text.slice(last.to, aside.from);
    const isBehind = between !== undefined && !/\d/.test(between.replace(/20\d\d年|\d[\d.]*%/g, ''));
    if (aside.subject === '' && last && isBehind) this.sayAside(aside, last.of, last.unit);
    else this.asides.push(aside);
  }

  /** What stands before the first figure of a sentence is of the same. */
  private sayAsides(
    hole: Hole & { kind: 'figure' },
    label: string,
    unit: string | undefined,
    at: number,
  ): void {
    if (!hole.states || hole.percent) return;
    const { of, differenceTo } = hole.states;
    const base = of.steps.at(-1) === '增减额' ? '上年' : differenceTo;
    const isOfItself = ['', '.决算', '.增减额'].some((measure) => subjectOf(of) + measure === pathOf(of));
    for (const aside of this.asides) {
      const subject = bareSubject(aside.subject);
      // 较上年决算数 5 万元增加 1 万元: more than that of the same.
      const isBase = base === aside.measure && !/\d/.test(this.text.slice(aside.to, at));
      const isSame =
        subject === ''
          ? isBase || !saysOfWhat(label)
          : [label, ...this.namesOf(of)].some((name) => bareSubject(name).includes(subject));
      if (isOfItself && isSame) this.sayAside(aside, of, unit);
      else this.events.push({ kind: 'unplaced', at: aside.from });
    }
    this.asides = [];
  }

  /** What was said beside it, before it, names what it is of. */
  private isAsideOf(of: Reference): boolean {
    const subjects = this.asides.map(({ subject }) => bareSubject(subject)).filter(saysOfWhat);
    return this.namesOf(of).some((name) => subjects.some((subject) => bareSubject(name).includes(subject)));
  }

  /** What the form calls other figures of the same: 支出决算为 stands behind “三公”经费财政拨款支出年初预算为. */
  private namesOf(of: Reference): string[] {
    const subject = subjectOf(of);
    return this.automaton.states.flatMap(({ hole: { hole, label } = {} }) => {
      const other = hole?.kind === 'figure' ? hole.states?.of : undefined;
      return label && other && subjectOf(other) === subject ? [label] : [];
    });
  }

  private sayAside({ measure, from, to, unit }: Aside, of: Reference, form: string | undefined): void {
    if (form === undefined) return void this.events.push({ kind: 'unplaced', at: from });
    this.sayMeasure(of, measure, [from, to], unit === form ? undefined : { written: unit, form });
  }

  private sayMeasure(
    of: Reference,
    measure: string,
    [from, to]: readonly [number, number],
    money: Around['money'],
  ): void {
    if (/预算/.test(measure) && measure !== '年初预算') this.isOtherBudget = true;
    const hole: Hole = {
      kind: 'figure',
      percent: false,
      states: { of: { ...of, steps: [...subjectSteps(of), measure] }, sign: 1 },
    };
    this.events.push({ kind: 'filled', hole, from, to, isDoubtful: false, ...(money && { money }) });
  }

  private endSentence(): void {
    for (const { from } of this.asides) this.events.push({ kind: 'unplaced', at: from });
    this.asides = [];
    this.lastFigure = undefined;
    this.isOtherBudget = false;
    this.settled();
  }

  private filledWords(hole: Hole & { kind: 'text' | 'name' | 'known' }, from: number, to: number): void {
    const of = hole.kind === 'text' ? hole.states : undefined;
    const isSaid = of === undefined || this.saidSinceMoved >= fewestWords || this.isRelated(of);
    const isElsewhere = this.isMoved && !isSaid;
    const isDoubtful = to > from && of !== undefined && (isElsewhere || this.isDoubted(of));
    this.events.push({ kind: 'filled', hole, from, to, isDoubtful });
    if (hole.kind !== 'name') return;
    this.lastSubject = hole.variable.name;
    this.isMoved = false;
  }

  /** 政府采购.用途 behind 政府采购.服务 */
  private isRelated(of: Reference): boolean {
    const [own, last] = [`${subjectOf(of)}.`, `${this.lastSubject ?? ''}.`];
    return own.startsWith(last) || last.startsWith(own);
  }

  /** What a figure is of is said by the words before it, or by the figure before it. */
  private isOfAnother(hole: Hole & { kind: 'figure' }, label: string, sentence: number): boolean {
    const of = hole.states?.of;
    const isOwn = saysOfWhat(label);
    if (!isOwn && of && this.isDoubted(of)) return true;
    if (!this.isMoved) return false;
    if (this.filledHoles.has(hole)) return true;
    if (of && (subjectOf(of) === this.lastSubject || this.isAsideOf(of))) return false;
    // Come to without its words: 6 of 42人、6批次 is of the visits before it, or of none.
    if (isOwn && this.saidSinceMoved === 0) return true;
    return !isOwn || (sentence !== this.lastSentence && (this.automaton.labels.get(label) ?? 0) > 1);
  }

  /** Of what it is was left out, and was not said before either. */
  private isUnnamed({ states }: Hole & { kind: 'figure' }): boolean {
    return this.isWithoutName && (!states || subjectOf(states.of) !== this.lastSubject);
  }

  private note(hole: Hole & { kind: 'figure' }, isDoubtful: boolean, isOfAnother: boolean): void {
    const subject = hole.states && subjectOf(hole.states.of);
    if (isDoubtful) {
      if (subject !== undefined && isOfAnother) this.doubtful.add(subject);
      return;
    }
    this.isMoved = false;
    this.filledHoles.add(hole);
    if (subject === undefined) return;
    this.lastSubject = subject;
    this.doubtful.delete(subject);
  }

  private isDoubted(of: Reference): boolean {
    return this.doubtful.has(subjectOf(of));
  }

  private differs(at: number, isGrave: boolean): void {
    if (this.text[at] === '\n') return;
    this.isDoubtful ||= isGrave;
    this.events.push({ kind: 'differs', at });
  }

  private settled(): void {
    this.isDoubtful = false;
    this.isWithoutName = false;
  }

  /** What is said by words alone is said only where they stand. */
  private isWritten(words: string, at: number): boolean {
    const said = this.text.slice(Math.max(0, at - words.length - 4), at).replaceAll('\n', '');
    const [before, wanted] = [said, words].map((one) => inOneWay(one, this.year)) as [string, string];
    if (words.length <= 6) return before.includes(wanted);
    return similarity(before.slice(-wanted.length), wanted) >= 0.75;
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

/** 公务接待费支出决算, and nothing that tells which figure of it, or which way it went. */
function isNameAlone(words: string): boolean {
  return (
    saysOfWhat(words) && !/[,;:。、]|预算|上年|20\d\d|其中|占|完成/.test(words) && !directions.test(words)
  );
}

function figureAt(text: string, at: number): string | undefined {
  return /^(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/.exec(text.slice(at, at + 24))?.[0];
}

/** 公务接待费支出决算为 → 公务接待费 */
function bareSubject(label: string): string {
  return keyOfLabel(label)
    .replace(/财政拨款/g, '')
    .replace(/(?:支出|决算)+$/, '');
}

/** 三公经费.公务接待费 of its 决算 and of its 上年 alike. */
function subjectOf(of: Reference): string {
  return pathOf({ ...of, steps: subjectSteps(of) });
}

function subjectSteps({ variable, steps }: Reference): readonly Step[] {
  const least = variable === undefined ? 1 : 0;
  let length = steps.length;
  while (length > least && isMeasure(nameOf(steps[length - 1]!))) length -= 1;
  return steps.slice(0, length);
}

function pathOf({ variable, steps }: Reference): string {
  return [variable?.name ?? '', ...steps.map(nameOf)].join('.');
}

function nameOf(step: Step): string {
  return typeof step === 'string' ? step : step.codeOf.name;
}

function isMeasure(name: string): boolean {
  return knownMeasure(name) !== undefined || attributeNames.has(name);
}

const attributeNames = new Set<string>([...attributes.map(({ name }) => name), '增减额']);
