import type { Hole } from '../pattern/pattern.js';
import type { Automaton, State } from './automaton.js';
import { asideAt, asideIn, asideWithChangeAt, comparedWithAt, measureIn } from './asides.js';
import { denial, endOfMember, saidOfEach, saysNone, saysWithoutFigures } from './said-none.js';
import { endOfSaying, keyOfLabel, lightWords } from './same-meaning.js';
import { labelIn } from './words-around.js';

/** How a text was read: the steps of the cheapest way through an automaton. */
export interface Step {
  kind: StepKind;
  /** The state that the step led to. */
  state: State;
  from: number;
  to: number;
  /** What was read into, or left out. */
  of?: State;
}

export type StepKind =
  | 'move'
  | 'match'
  | 'ordinal'
  | 'line end'
  /** A word of the author, character by character, and its end. */
  | 'word'
  | 'filled'
  /** Other words that say the same, or that say nothing. */
  | 'same'
  /** A clause or words in brackets that the template does not have. */
  | 'clause'
  /** Another measure of what is spoken of, which the template does not say here: 年初预算为 5 万元， */
  | 'aside'
  /** 无事业收入: there is none of what the figure would be of. */
  | 'none'
  /** 收入总计和支出总计均为 5 万元: the figure stands further on. */
  | 'each'
  /** On with a clause that does not come next in the template. */
  | 'jump'
  /** The text differs from the template. */
  | 'insert'
  | 'delete'
  | 'substitute'
  | 'skip'
  | 'other'
  /** The template does not know this sentence. */
  | 'unknown';

interface Node {
  state: number;
  at: number;
  cost: number;
  kind: StepKind;
  back: Node | undefined;
}

/** What no list that an author makes is of. */
const noName = /(?:支出)?决算(?:数|较|比)|[较比](?:上年|20\d\d)/y;
const numberAt = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const negativeAt = /-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const openAt = /未填|[xX×＊*]{2,4}|—(?!\d)|-(?!\d)/y;
const ordinalAt = /(?:\(?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)、.](?!\d)|[①-⑳])+/y;
const punctuation = /[,;:、()"。.!?《》\-—]/;

const endsClause = /[,;:。、\n]/;
/** 从收入来源看， and ，与上年一致 before the next mark */
const clauseAt = /[^,;:。\n、]{2,40}[,:](?=.)/y;
const clauseBehindAt = /[,;、][^,;:。\n、]{2,40}(?=[,;。])/y;
const bracketsAt = /\([^()\n]{1,60}\)/y;

const saidOtherwise = 0.3;
const aside = 1.4;
const elsewhere = 0.6;
const farther = 0.5;
const ofAnother = 0.4;
const within = 0.3;
const ofTemplate = 2.5;
const longestLabel = 40;

/** How far a way may be behind the best one. */
const beam = 18;

/**
 * The cheapest way to read a text by an automaton: word for word costs nothing. `mayDiffer` tells of each character
 * whether the words around it may differ from the template. Lines are parted by line feeds.
 */
export function align(
  automaton: Automaton,
  text: string,
  year: number,
  mayDiffer: (at: number) => boolean,
): Step[] {
  const steps = new Alignment(automaton, text, year, mayDiffer, beam).run();
  // What looked best may lead nowhere; a way that leaves sentences out always ends.
  return steps.length > 0 ? steps : new Alignment(automaton, text, year, mayDiffer, Infinity).run();
}

class Alignment {
  private readonly layers: (Map<number, Node> | undefined)[];
  private queue: Node[] = [];
  private at = 0;

  constructor(
    private readonly automaton: Automaton,
    private readonly text: string,
    /** Of the report. */
    private readonly year: number,
    private readonly mayDiffer: (at: number) => boolean,
    private readonly farthest: number,
  ) {
    this.layers = Array.from({ length: text.length + 1 });
  }

  run(): Step[] {
    const { start, end } = this.automaton;
    this.layers[0] = new Map([[start, { state: start, at: 0, cost: 0, kind: 'move', back: undefined }]]);
    for (this.at = 0; this.at <= this.text.length; this.at++) this.advance();
    return stepsTo(this.layers[this.text.length]?.get(end), this.automaton.states);
  }

  private advance(): void {
    const layer = this.layers[this.at];
    if (!layer) return;
    let best = Infinity;
    for (const { cost } of layer.values()) if (cost < best) best = cost;
    this.queue = [...layer.values()];
    for (let index = 0; index < this.queue.length; index++) {
      const node = this.queue[index]!;
      if (node.cost <= best + this.farthest && layer.get(node.state) === node) this.expand(node);
    }
    if (this.at < this.text.length) this.layers[this.at] = undefined;
  }

  private reach(node: Node, state: number, at: number, cost: number, kind: StepKind): void {
    const total = node.cost + cost;
    const layer = (this.layers[at] ??= new Map());
    const known = layer.get(state);
    if (known && known.cost <= total) return;
    const next: Node = { state, at, cost: total, kind, back: node };
    layer.set(state, next);
    if (at === this.at) this.queue.push(next);
  }

  private expand(node: Node): void {
    const { at } = this;
    const state = this.automaton.states[node.state]!;
    for (const to of state.moves) this.reach(node, to, at, 0, 'move');
    for (const to of state.dependents ?? []) this.reach(node, to, at, ofAnother, 'jump');
    if (state.wider !== undefined) this.reach(node, state.wider, at, farther, 'jump');
    if (state.isBoundary) this.unknownSentence(node);
    if (state.lineEnd !== undefined) this.lineEnd(node, state.lineEnd);
    if (state.ordinal !== undefined) this.ordinal(node, state.ordinal);
    if (state.skip && (state.ordinal !== undefined || this.mayDiffer(at)))
      this.reach(node, state.skip.to, at, state.skip.cost, 'skip');
    if (state.clause !== undefined) this.repeated(node);
    if (this.mayDiffer(at)) this.otherWords(node, state);
    if (state.character) this.character(node, state.character);
    if (state.hole) this.hole(node, state.hole);
    if (state.character || state.lineEnd !== undefined || state.hole?.hole.kind === 'figure')
      this.insert(node);
  }

  /** What says the same, what says nothing, and clauses in another order. */
  private otherWords(node: Node, { sayings, spare, clause, ending, character, hole }: State): void {
    const { at, text } = this;
    for (const { saying, to } of sayings ?? []) {
      const end = endOfSaying(saying, text, at, this.year);
      if (end !== undefined) this.reach(node, to, end, saidOtherwise, 'same');
      const compared = saying.comparedWith && this.comparedWith(saying.comparedWith);
      if (compared !== undefined) this.reach(node, to, compared, elsewhere, 'aside');
    }
    for (const to of spare ?? []) this.reach(node, to, at, saidOtherwise, 'same');
    if (character || hole?.hole.kind === 'figure') {
      const light = this.lengthOf(lightWords);
      if (light > 0) this.reach(node, node.state, at + light, saidOtherwise, 'same');
      const denied = this.lengthOf(denial);
      if (denied > 0) this.reach(node, node.state, at + denied, saidOtherwise, 'same');
      const inBrackets = this.lengthOf(bracketsAt);
      if (inBrackets > 0) this.brackets(node, at + inBrackets);
      for (const pattern of [asideAt, asideWithChangeAt]) {
        const besides = this.lengthOf(pattern);
        if (besides > 0) this.reach(node, node.state, at + besides, aside, 'aside');
      }
    }
    if (clause !== undefined) {
      const isWithin = at > 0 && !endsClause.test(text[at - 1]!);
      this.reach(node, clause, at, isWithin ? elsewhere + within : elsewhere, 'jump');
      const length = this.lengthOf(clauseAt);
      if (length > 0) this.clause(node, at + length);
    }
    if (ending === undefined || !endsClause.test(text[at] ?? '')) return;
    this.reach(node, ending, at + 1, elsewhere, 'jump');
    const length = this.lengthOf(clauseBehindAt);
    if (length > 0) this.clause(node, at + length);
  }

  /** What the form itself says in brackets may stand behind another figure. */
  private brackets(node: Node, to: number): void {
    if (this.automaton.brackets.has(this.text.slice(this.at, to)))
      this.reach(node, node.state, to, saidOtherwise, 'same');
    else this.clause(node, to);
  }

  /** The end of 较上年决算数 5 万元, where the form has 较上年决算数. */
  private comparedWith(measure: string): number | undefined {
    const end = this.at + this.lengthOf(comparedWithAt);
    if (end === this.at) return undefined;
    return asideIn(this.text, this.at, end, this.year)?.measure === measure ? end : undefined;
  }

  /** 2023年度,2023年度,: a clause that is written twice. */
  private repeated(node: Node): void {
    const { at, text } = this;
    const length = this.lengthOf(clauseAt);
    if (length > 0 && length <= at && text.slice(at - length, at) === text.slice(at, at + length))
      this.reach(node, node.state, at + length, saidOtherwise, 'same');
  }

  /** Set in between the clauses of the template. */
  private clause(node: Node, to: number): void {
    const words = this.text.slice(this.at, to);
    const figures = words.match(/\d[\d,.]*/g)?.length ?? 0;
    const none = saysWithoutFigures.test(words) ? ofTemplate : 0;
    this.reach(node, node.state, to, 1.3 + 0.03 * words.length + 2 * figures + none, 'clause');
  }

  private character(node: Node, { sign, to, isProtected }: NonNullable<State['character']>): void {
    const { at, text } = this;
    if (text.startsWith(sign, at)) this.reach(node, to, at + sign.length, 0, 'match');
    if (!this.mayDiffer(at)) return;
    this.reach(node, to, at, punctuation.test(sign) ? 0.5 : isProtected ? 1.5 : 1, 'delete');
    if (at < text.length && text[at] !== '\n' && text[at] !== sign && !isDigit(text[at]!))
      this.reach(node, to, at + 1, isProtected ? 2 : 1.2, 'substitute');
  }

  private insert(node: Node): void {
    const { at, text } = this;
    const sign = text[at];
    if (sign === '\n') return this.reach(node, node.state, at + 1, 0.3, 'insert');
    if (sign === undefined || !this.mayDiffer(at)) return;
    if (!isDigit(sign))
      return this.reach(node, node.state, at + 1, punctuation.test(sign) ? 0.4 : 0.9, 'insert');
    const length = this.lengthOf(numberAt);
    if (length > 0 && !isDigit(text[at - 1] ?? '')) this.reach(node, node.state, at + length, 2, 'insert');
  }

  private lineEnd(node: Node, to: number): void {
    if (this.text[this.at] === '\n') this.reach(node, to, this.at + 1, 0, 'line end');
    else this.reach(node, to, this.at, this.at === this.text.length ? 0 : 0.4, 'move');
  }

  private ordinal(node: Node, to: number): void {
    const length = this.lengthOf(ordinalAt);
    if (length > 0) this.reach(node, to, this.at + length, 0, 'ordinal');
  }

  /** Up to the end of the sentence or of the line. */
  private unknownSentence(node: Node): void {
    const { at, text } = this;
    if (at >= text.length) return;
    const found = text.slice(at).search(/[。\n]/);
    const to = found < 0 ? text.length : at + found + 1;
    const length = to - at;
    this.reach(node, node.state, to, text[at] === '\n' ? 0.05 : Math.max(2.5, 0.3 * length), 'unknown');
  }

  private hole(node: Node, { hole, to, label, sentence }: NonNullable<State['hole']>): void {
    if (hole.kind === 'figure') {
      this.figure(node, hole, to);
      if (label !== undefined && this.mayDiffer(this.at)) this.none(node, label, sentence);
    } else if (hole.kind === 'known') this.known(node, hole, to);
    else this.words(node, hole, to);
  }

  private figure(node: Node, { percent }: Hole & { kind: 'figure' }, to: number): void {
    const { at, text } = this;
    const before = text[at - 1] ?? '';
    const isOrdinal = (before === '' || before === '\n') && this.lengthOf(ordinalAt) > 0;
    const length = isOrdinal || /[\d.]/.test(before) ? 0 : this.lengthOf(negativeAt);
    if (length > 0) {
      const hasSign = text[at + length] === '%' || (percent && text[at + length] === '倍');
      const strange = percent === hasSign ? 0 : percent ? 0.7 : 2;
      this.reach(node, to, at + length + (hasSign && percent ? 1 : 0), strange, 'filled');
    }
    const open = this.lengthOf(openAt);
    if (open > 0)
      this.reach(node, to, at + open + (percent && text[at + open] === '%' ? 1 : 0), 0.5, 'filled');
    if (this.mayDiffer(at)) this.reach(node, to, at, 2.5, 'delete');
  }

  /** Behind it any clause of the sentence may follow. */
  private none(node: Node, label: string, sentence: number): void {
    const { at, text } = this;
    const behind = at + this.lengthOf(endOfMember);
    if (saysNone(text, at, label)) this.reach(node, sentence, behind, elsewhere, 'none');
    else if (saidOfEach(text, at, label) !== undefined) this.reach(node, sentence, behind, elsewhere, 'each');
  }

  private known(node: Node, { text: known }: Hole & { kind: 'known' }, to: number): void {
    const { at, text } = this;
    if (text.startsWith(known, at)) return this.reach(node, to, at + known.length, 0, 'match');
    if (!this.mayDiffer(at)) return;
    if (/^\d+$/.test(known)) {
      const length = this.lengthOf(numberAt);
      if (length === known.length) this.reach(node, to, at + length, 1, 'other');
      return this.reach(node, to, at, 2, 'delete');
    }
    const [otherName] = /^[^\d\n,。;:%]{0,40}/.exec(text.slice(at, at + 40)) ?? [''];
    for (let length = 0; length <= otherName.length; length++)
      this.reach(node, to, at + length, 1.2 + 0.03 * length, 'other');
  }

  private words(node: Node, hole: Hole & { kind: 'text' | 'name' }, to: number): void {
    const { at, text } = this;
    const kind = isNameOf(hole) ? 'name' : 'text';
    // Where a clause goes on with the author's words, its own words stand before them.
    if (hole.kind === 'text' && comesByJump(node)) return;
    const isEmpty = node.kind !== 'word';
    this.reach(node, to, at, isEmpty ? (hole.kind === 'name' ? 4 : 1.5) : 0, 'filled');
    const sign = text[at];
    if (sign === undefined) return;
    if (isDigit(sign) && !isDigit(text[at - 1] ?? '')) {
      const length = Math.max(1, this.lengthOf(numberAt));
      return this.reach(node, node.state, at + length, this.costOfFigure(kind), 'word');
    }
    // No name is a sentence.
    if (kind === 'name' && sign === '。') return;
    // The next item of a list is none of the words of this one.
    if (sign === '\n' && this.lengthOf(ordinalAt, at + 1) > 0) return;
    const strange = kind === 'name' && this.lengthOf(noName) > 0 ? ofTemplate : 0;
    this.reach(node, node.state, at + 1, costInWords(kind, sign) + strange, 'word');
  }

  /** A figure within a name, or within an author's words. */
  private costOfFigure(kind: 'text' | 'name'): number {
    if (!this.mayDiffer(this.at)) return kind === 'name' ? 0.5 : 0.2;
    return kind === 'name' || this.isNamed(this.at) || this.isCounted() ? ofTemplate : 0.2;
  }

  /** The template has a figure of that name, which none of an author's words is likely to be. */
  private isNamed(at: number): boolean {
    const label = labelIn(this.text.slice(Math.max(0, at - longestLabel), at));
    const key = keyOfLabel(label);
    return (key !== '' && this.automaton.keys.has(key)) || measureIn(label, this.year) !== undefined;
  }

  /** 137人次, where the template counts them. */
  private isCounted(): boolean {
    const counted = /^[\d.,]+(批次|人次)/.exec(this.text.slice(this.at, this.at + 12))?.[1];
    return counted !== undefined && this.automaton.counts.has(counted);
  }

  private lengthOf(pattern: RegExp, at = this.at): number {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0].length ?? 0;
  }
}

function comesByJump(node: Node): boolean {
  let last: Node | undefined = node;
  while (last?.kind === 'move' || last?.kind === 'clause' || isLeftOut(last)) last = last?.back;
  return last?.kind === 'jump' || last?.kind === 'skip';
}

/** 简称 is a text that the author gives, and a name. */
function isNameOf(hole: Hole & { kind: 'text' | 'name' }): boolean {
  return hole.kind === 'name' || hole.states?.steps[0] === '简称';
}

/** Words of the form that say nothing, and that the text does not have. */
function isLeftOut(node: Node | undefined): boolean {
  return node?.kind === 'same' && node.back?.at === node.at;
}

function costInWords(kind: 'text' | 'name', sign: string): number {
  if (sign === '\n') return kind === 'name' ? 3 : 4;
  if (sign === '。') return 0.5;
  if (/[,;:]/.test(sign)) return kind === 'name' ? 1.2 : 0.015;
  return kind === 'name' ? 0.02 : 0.01;
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}

function stepsTo(last: Node | undefined, states: readonly State[]): Step[] {
  const steps: Step[] = [];
  for (let node = last; node?.back; node = node.back) {
    const { state, at, kind, back } = node;
    steps.push({ kind, state: states[state]!, from: back.at, to: at, of: states[back.state]! });
  }
  return steps.reverse();
}
