import { convert, parseFigure } from '@fiscal/core';
import type { Mark } from '../pattern/assumptions.js';
import type { Reference, Variable } from '../pattern/meaning.js';
import type { Hole } from '../pattern/pattern.js';
import { type Event, readText } from '../align/read-text.js';
import { automatonOf } from '../align/automaton.js';
import { plain } from '../published/readable.js';
import { saidIn } from '../tables/figure-cell.js';
import { bareTitle } from './bare-title.js';
import type { Binding } from './binding.js';
import { type Findings } from './findings.js';
import { type Segment, titleOf } from './segments.js';
import { SegmentText } from './segment-text.js';

/** What segments say, once for each: it does not depend on what the tables say. */
export type Heard = Map<Segment, readonly Event[]>;

/** Reads the text of a segment, and notes what it says. */
export function readSegment(
  segment: Segment,
  titles: ReadonlySet<string>,
  year: number,
  findings: Findings,
  heard: Heard,
): void {
  const text = new SegmentText(segment.lines);
  const events = heard.get(segment) ?? eventsIn(segment, text, year);
  heard.set(segment, events);
  new Interpreter(segment, text, titles, findings).take(events);
}

function eventsIn({ section }: Segment, { text }: SegmentText, year: number): Event[] {
  if (text === '') return [];
  // A cover is short, and a list of contents is like many things.
  const hasOwnText = section.depth > 0 && section.insertions.length > 0;
  const isLoose = section.depth > 0 && !hasOwnText;
  return readText(automatonOf(section.content), text, isLoose, year, hasOwnText);
}

class Interpreter {
  /** Bindings as they are being found: those of an iteration belong to it alone. */
  private bindings = new Map<Variable, Binding>();
  private readonly leftOver: { from: number; to: number }[] = [];
  private readonly differing = new Set<number>();

  constructor(
    private readonly segment: Segment,
    private readonly text: SegmentText,
    /** Headings of the document and titles of its tables, which its list of contents repeats. */
    private readonly titles: ReadonlySet<string>,
    private readonly findings: Findings,
  ) {
    for (const [variable, binding] of segment.bindings) this.bindings.set(variable, { ...binding });
  }

  take(events: readonly Event[]): void {
    for (const event of events) this.event(event);
    this.leave();
    this.countSentences();
  }

  private event(event: Event): void {
    switch (event.kind) {
      case 'iteration':
        this.bindings = new Map([...this.bindings, [event.variable, {}]]);
        return;
      case 'mark':
        return this.mark(event.mark, event.at);
      case 'claim':
        return this.findings.claim(event.claim, this.bindings, this.placeAt(event.at));
      case 'filled':
        return this.filled(event);
      case 'other name':
        return this.findings.otherName(
          event.expected,
          this.words(event.from, event.to),
          this.placeAt(event.from),
        );
      case 'unknown':
        if (!this.isTitle(event.from, event.to)) this.leftOver.push(event);
        return;
      case 'unplaced': {
        const text = this.sentenceAt(event.at);
        return this.findings.unread(
          'doubtful figure',
          text,
          this.placeAt(event.at),
          titleOf(this.segment.section),
        );
      }
      case 'differs':
        this.differing.add(event.at);
        return;
    }
  }

  private mark(mark: Mark, at: number): void {
    this.findings.mark(mark, this.bindings, this.placeAt(at));
  }

  private filled({ hole, from, to, isDoubtful, money }: Event & { kind: 'filled' }): void {
    const words = this.words(from, to);
    if (hole.kind === 'name') {
      const binding = this.bindings.get(hole.variable) ?? {};
      // An iteration's own object: what was noted with it before learns the name too.
      Object.assign(binding, { [hole.part]: withoutLevel(words) + this.restOfName(to) });
      this.bindings.set(hole.variable, binding);
      this.findings.member(this.bindings);
    } else if (hole.kind === 'text' && hole.names) this.members(hole.names, words);
    else if (hole.kind === 'text' && isDoubtful) this.leftOver.push({ from, to });
    else if (hole.kind === 'text') this.author(hole.states, words, from);
    else if (hole.kind === 'figure') this.figure(hole, inUnitOf(money, words), from, isDoubtful);
  }

  /** 住房保障（类）支出 445.69 is of 住房保障支出: 住房保障 alone is another. */
  private restOfName(at: number): string {
    return /^\(类\)支出\d/.test(this.text.text.slice(at, at + 6)) ? '支出' : '';
  }

  private author(states: Reference | undefined, words: string, at: number): void {
    if (states && words !== '') this.findings.text(states, this.bindings, words, this.placeAt(at));
  }

  /** 某市某中心、某市某局机关 */
  private members(variable: Variable, words: string): void {
    for (const name of words.replace(/等$/, '').split(/[、，,；;]/)) {
      if (name.trim() !== '') this.findings.member(new Map([[variable, { 名称: name.trim() }]]));
    }
  }

  private figure(
    { states }: Hole & { kind: 'figure' },
    words: string,
    at: number,
    isDoubtful: boolean,
  ): void {
    const said = saidIn(words);
    const place = this.placeAt(at);
    if (!said) {
      if (!/^[-—]$/.test(plain(words)))
        this.findings.unread('left over', this.sentenceAt(at), place, titleOf(this.segment.section));
      return;
    }
    if (isDoubtful) {
      const text = `${words}：${this.sentenceAt(at)}`;
      return this.findings.unread('doubtful figure', text, place, titleOf(this.segment.section));
    }
    if (states)
      this.findings.figure(states, this.bindings, said, place, { from: this.text.spotAt(at).offset });
  }

  /** What no sentence of the template says is what an author set in here, or it was not understood. */
  private leave(): void {
    const [insertion] = this.segment.section.insertions;
    const pieces = this.leftOver.flatMap(({ from, to }) => this.text.written(from, to));
    if (insertion && pieces.length > 0) this.findings.block(insertion, this.bindings, pieces);
    if (insertion) return;
    for (const { text, line } of pieces)
      this.findings.unread('unknown sentence', text, line.place, titleOf(this.segment.section));
  }

  /** The document's own list of contents, the titles of tables that stand as text, and the names of sheets. */
  private isTitle(from: number, to: number): boolean {
    return this.text
      .written(from, to)
      .every(({ text, line }) => this.titles.has(bareTitle(text)) || text === line.place.sheet?.trim());
  }

  private countSentences(): void {
    const { text } = this.text;
    let from = 0;
    for (const match of text.matchAll(/[^。\n]*[。\n]/g)) {
      const to = match.index + match[0].length;
      const state = this.stateOf(from, to);
      // What stands in an author's own text is his, and no sentence of the template.
      const isOwn = state === 'unknown' && this.segment.section.insertions.length > 0;
      if (match[0].trim().length > 1 && !isOwn) this.findings.sentence(state, this.placeAt(from));
      from = to;
    }
  }

  private stateOf(from: number, to: number): 'exact' | 'similar' | 'unknown' {
    if (this.leftOver.some((part) => part.from < to && part.to > from)) return 'unknown';
    for (const at of this.differing) if (at >= from && at < to) return 'similar';
    return 'exact';
  }

  private words(from: number, to: number): string {
    return this.text
      .written(from, to)
      .map(({ text }) => text)
      .join('');
  }

  private sentenceAt(at: number): string {
    const { text } = this.text;
    const from = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('\n', at - 1)) + 1;
    const end = text.slice(at).search(/[。\n]/);
    return this.words(from, end < 0 ? text.length : at + end + 1);
  }

  private placeAt(at: number) {
    return this.text.lineAt(at)?.place ?? {};
  }
}

/** 97000元 where the form has 万元: 9.7. */
function inUnitOf(money: (Event & { kind: 'filled' })['money'], words: string): string {
  const figure = money && parseFigure(plain(words).replace(/倍$/, ''));
  if (!figure) return words;
  // 增长 5.12 倍 is 增长 512%.
  if (money.written === '倍') return figure.times(100).toFixed();
  return convert(figure, money.written, money.form)?.toFixed() ?? words;
}

/** 行政运行（项） → 行政运行, 一般公共服务（类）支出 → 一般公共服务支出 */
function withoutLevel(name: string): string {
  return name.replace(/[（(][类款项][）)](?=(?:支出)?$)/, '');
}
