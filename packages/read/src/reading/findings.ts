import { blocks, Decimal, isList, parseFigure, type SchemaItem } from '@fiscal/core';
import type { Line, Place } from '../published/published.js';
import { plain, spelled } from '../published/readable.js';
import type { Claim, Mark } from '../pattern/assumptions.js';
import type { Reference, Variable } from '../pattern/meaning.js';
import type { Statable } from '../pattern/pattern.js';
import { type Binding, type Bindings, pathOf } from './binding.js';
import type { CodeBook } from './code-book.js';
import { type FigureInUnit, inOneUnit } from './in-one-unit.js';
import type { WrittenUnit } from './outline.js';
import { otherMoney } from './other-money.js';
import { digitsOf, isSamePath } from './said-of.js';
import { possibleDetails } from './possible-details.js';
import { withLastYear } from './last-year.js';
import { unsaidNatures } from './unsaid-nature.js';
import type {
  ClaimStatement,
  FigureStatement,
  OtherName,
  Reading,
  Said,
  TextStatement,
  Unread,
  UnreadReason,
} from './reading.js';

/** Collects what a document says. Names of lines may be learned late, so paths are told last. */
export class Findings {
  private readonly figures: {
    states: Statable;
    bindings: Bindings;
    said: Said;
    place: Place;
    from: number | undefined;
    unit: WrittenUnit | undefined;
  }[] = [];
  private readonly alternatives: {
    among: readonly Reference[];
    bindings: Bindings;
    said: Said;
    place: Place;
  }[] = [];
  private readonly left: { of: Reference; place: Place }[] = [];
  private readonly blankTables: { facts: readonly Reference[]; place: Place }[] = [];
  private readonly blanks: { of: Reference; place: Place }[] = [];
  private readonly marks: { mark: Mark; bindings: Bindings; place: Place }[] = [];
  private readonly texts: { of: Reference; bindings: Bindings; text: string; place: Place }[] = [];
  private readonly notUnderstood: Unread[] = [];
  private readonly counts = { exact: 0, similar: 0, all: 0 };
  private readonly claims: { claim: Claim; bindings: Bindings; place: Place }[] = [];
  private readonly ownWording: Place[] = [];
  private readonly members: Bindings[] = [];
  private readonly otherNames: OtherName[] = [];
  private readonly names = new Map<string, string>();

  constructor(
    readonly codes: CodeBook,
    private readonly schema: SchemaItem,
    private readonly moneyUnit: string,
  ) {}

  /** `unit` is what the table that it stands in says of its money; `from` where in a line it stands. */
  figure(
    states: Statable,
    bindings: Bindings,
    said: Said,
    place: Place,
    { unit, from }: { unit?: WrittenUnit | undefined; from?: number } = {},
  ): void {
    this.figures.push({ states, bindings: kept(bindings), said, place, unit, from });
  }

  /** The document says what it is, and that could not be read. */
  open(of: Reference, place: Place): void {
    this.left.push({ of, place });
  }

  /** A table with nothing in it: where the report says elsewhere that some of it is something, all of it is open. */
  blankTable(facts: readonly Reference[], place: Place): void {
    this.blankTables.push({ facts, place });
  }

  /** The document leaves it blank beside figures: it is nothing, where nobody says otherwise. */
  nothing(of: Reference, place: Place): void {
    this.blanks.push({ of, place });
  }

  /** One of these facts: which of them, the other tables tell. */
  alternative(among: readonly Reference[], bindings: Bindings, said: Said, place: Place): void {
    this.alternatives.push({ among, bindings: kept(bindings), said, place });
  }

  mark(mark: Mark, bindings: Bindings, place: Place): void {
    this.marks.push({ mark, bindings: kept(bindings), place });
  }

  claim(claim: Claim, bindings: Bindings, place: Place): void {
    this.claims.push({ claim, bindings: kept(bindings), place });
  }

  text(of: Reference, bindings: Bindings, text: string, place: Place): void {
    this.texts.push({ of, bindings: kept(bindings), text, place });
  }

  /** A text of the author's own, which may have headings. */
  block(
    of: Reference,
    bindings: Bindings,
    pieces: readonly { text: string; line: Line; isWhole: boolean }[],
  ): void {
    const levels = pieces.flatMap(({ line }) => line.level ?? []);
    const highest = Math.min(...levels);
    const paragraphs: string[] = [];
    pieces.forEach(({ text, line }, index) => {
      const isOpen = pieces[index - 1]?.line.continues === true;
      if (isOpen) paragraphs.push(`${paragraphs.pop()}${text}`);
      else
        paragraphs.push(line.level === undefined ? text : `${'#'.repeat(line.level - highest + 2)} ${text}`);
    });
    this.text(of, bindings, paragraphs.join('\n\n'), pieces[0]!.line.place);
  }

  /** A member of a list is there, whatever else is said of it. */
  member(bindings: Bindings): void {
    this.members.push(kept(bindings));
  }

  otherName(expected: string, written: string, place: Place): void {
    this.otherNames.push({ expected, written, place });
  }

  /** Of a form with many gaps each sentence is told once. */
  unread(reason: UnreadReason, text: string, place: Place, within?: string): void {
    const last = this.notUnderstood.at(-1);
    if (last?.reason === reason && last.text === text) return;
    this.notUnderstood.push({ reason, text, place, ...(within && { within }) });
  }

  sentence(state: 'exact' | 'similar' | 'unknown', place: Place): void {
    this.counts.all += 1;
    if (state !== 'unknown') this.counts[state] += 1;
    if (state === 'similar') this.ownWording.push(place);
  }

  /** Code and name of a line, as a table has them. */
  line(bindings: Bindings): void {
    for (const [variable, { 编码: code, 名称: name }] of bindings) {
      if (!variable.list || code === undefined || name === undefined) continue;
      const container = pathOf(variable.list, bindings, this.codes)?.filter((step) => !levels.has(step));
      if (!container) continue;
      this.codes.note(container, code, name);
      this.names.set([...container, code].join('.'), spelled(plain(name)));
    }
  }

  result(): Omit<Reading, 'header'> {
    const { figures, otherUnits } = inOneUnit([...this.statedFigures()], this.moneyUnit, this.schema);
    figures.push(...this.differences(figures), ...this.marked(figures), ...this.blank(figures));
    figures.push(...otherMoney(figures), ...this.decided(figures), ...unsaidNatures(figures));
    figures.push(...this.leftOpen(figures));
    const texts = this.texts.flatMap((text) => this.textStatement(text));
    return {
      figures: withLastYear(figures),
      texts,
      members: this.listed([...figures, ...texts].map(({ path }) => path)),
      names: this.names,
      unread: this.notUnderstood,
      otherNames: this.otherNames,
      otherUnits,
      sentences: this.counts,
      ownWording: this.ownWording,
      claims: this.claims.flatMap((one) => this.claimed(one)),
    };
  }

  /** 单位.示例县档案馆: what a list has, once each. */
  private listed(said: readonly (readonly string[])[]): string[][] {
    const paths = new Map<string, string[]>();
    for (const bindings of this.members)
      for (const variable of bindings.keys()) {
        const path = isOfList(variable) ? pathOf({ variable, steps: [] }, bindings, this.codes) : undefined;
        if (path) paths.set(path.join('\n'), path);
      }
    const told = said.filter(({ length }) => length > 2);
    return [...paths.values()].filter((path) => {
      const others = told.filter(([list]) => list === path[0]).map(([, name]) => name!);
      return others.includes(path[1]!) || !others.some((name) => isShortOf(path[1]!, name));
    });
  }

  private *statedFigures(): Generator<FigureInUnit> {
    for (const { states, bindings, said, place, unit, from } of this.figures) {
      if (states.differenceTo !== undefined) continue;
      const path = this.path(states.of, bindings, said, place);
      const at = from === undefined ? {} : { from };
      if (path) yield { statement: { path, said: signed(said, states.sign), place, ...at }, unit };
    }
  }

  /** Details of a line that is all 基本, or all 项目; of one that is both nobody can tell: both are open. */
  private *decided(known: readonly FigureStatement[]): Generator<FigureStatement> {
    for (const { among, bindings, said, place } of this.alternatives) {
      const paths = among.flatMap((of) => {
        const path = pathOf(of, bindings, this.codes);
        return path ? [path] : [];
      });
      const amount = 'digits' in said ? parseFigure(said.digits) : undefined;
      const possible = possibleDetails(paths, amount, known);
      if (possible.length === 1) yield { path: possible[0]!, said, place };
      if (possible.length < 2 || isNothing(said)) continue;
      if ('digits' in said)
        this.unread(
          'doubtful figure',
          `${possible.map((path) => path.join('.')).join(' / ')} ${said.digits}`,
          place,
        );
      for (const path of possible) yield { path, said: { state: '未填' }, place, isImplied: true };
    }
  }

  private *leftOpen(known: readonly FigureStatement[]): Generator<FigureStatement> {
    const said = new Set(known.map(({ path }) => path.join('.')));
    const amounts = new Set(known.flatMap((one) => (isNothing(one.said) ? [] : [one.path.join('.')])));
    const ofBlanks = this.blankTables.filter(({ facts }) =>
      facts.some((of) => amounts.has(pathOf(of, new Map(), this.codes)?.join('.') ?? '')),
    );
    const blanks = ofBlanks.flatMap(({ facts, place }) => facts.map((of) => ({ of, place })));
    for (const { of, place } of [...this.left, ...blanks]) {
      const path = pathOf(of, new Map(), this.codes);
      if (!path || said.has(path.join('.'))) continue;
      said.add(path.join('.'));
      yield { path, said: { state: '未填' }, place, isImplied: true };
    }
  }

  private *blank(known: readonly FigureStatement[]): Generator<FigureStatement> {
    for (const { of, place } of this.blanks) {
      const path = pathOf(of, new Map(), this.codes);
      if (path && !known.some((one) => isSamePath(one.path, path)))
        yield { path, said: { digits: '0' }, place, isImplied: true };
    }
  }

  private path(of: Reference, bindings: Bindings, said: Said, place: Place): string[] | undefined {
    const path = pathOf(of, bindings, this.codes);
    if (!path)
      this.unread(
        'unknown name',
        `${nameIn(bindings)} ${'digits' in said ? said.digits : said.state}`,
        place,
      );
    return path;
  }

  /** 比上年增加 5 万元: last year's figure is what is left. */
  private *differences(known: readonly FigureStatement[]): Generator<FigureStatement> {
    for (const { states, bindings, said, place } of this.figures) {
      if (states.differenceTo === undefined || !('digits' in said)) continue;
      const path = pathOf(states.of, bindings, this.codes);
      const own = path && digitsOf(path, known);
      if (!own) continue;
      const change = new Decimal(said.digits).times(states.sign);
      const digits = own.minus(change).toFixed();
      yield { path: [...path, states.differenceTo], said: { digits }, place, isImplied: true };
    }
  }

  private *marked(known: readonly FigureStatement[]): Generator<FigureStatement> {
    for (const { mark, bindings, place } of this.marks) {
      const path = pathOf(mark.of, bindings, this.codes);
      if (!path || known.some((one) => isSamePath(one.path, path))) continue;
      const said = this.saidBy(mark, bindings, known);
      if (said) yield { path, said, place, isImplied: true };
    }
  }

  private saidBy(mark: Mark, bindings: Bindings, known: readonly FigureStatement[]): Said | undefined {
    if (mark.kind === 'state') return { state: mark.state };
    if (mark.kind === 'zero') return { digits: '0' };
    const to = pathOf(mark.to, bindings, this.codes);
    const digits = to && digitsOf(to, known)?.toFixed();
    return digits === undefined ? undefined : { digits };
  }

  private claimed({ claim, bindings, place }: (typeof this.claims)[number]): ClaimStatement[] {
    const { operator, words, left, among } = claim;
    const [path, ...others] = [left, ...among].map((one) => pathOf(one, bindings, this.codes));
    return path && others.every((one) => one)
      ? [{ path, operator, among: others as string[][], words, place }]
      : [];
  }

  private textStatement({ of, bindings, text, place }: (typeof this.texts)[number]): TextStatement[] {
    const path = pathOf(of, bindings, this.codes);
    if (path) return [{ path, text, place }];
    this.unread('unknown name', text, place);
    return [];
  }
}

const levels = new Set(['类', '款', '项', '科目树']);

function isOfList({ list }: Variable): boolean {
  const [first, ...rest] = list?.steps ?? [];
  return (
    !list?.variable &&
    rest.length === 0 &&
    typeof first === 'string' &&
    isList(first) &&
    first !== blocks.glossary
  );
}

/** 工业招商引资 and 工业招商引资工作经费 are one project that a sentence and a heading name. */
function isShortOf(own: string, name: string): boolean {
  return own.includes(name) || name.includes(own);
}

/** The objects of bindings are shared while they are being found; the map is not. */
function kept(bindings: Bindings): Bindings {
  return new Map<Variable, Binding>(bindings);
}

function signed(said: Said, sign: 1 | -1): Said {
  return 'digits' in said && sign < 0 && !/^[-0.]*$/.test(said.digits) ? { digits: `-${said.digits}` } : said;
}

function nameIn(bindings: Bindings): string {
  return [...bindings.values()]
    .flatMap((binding) => Object.values(binding))
    .map(plain)
    .join(' ');
}

function isNothing(said: Said): boolean {
  return 'digits' in said && parseFigure(said.digits)?.isZero() === true;
}
