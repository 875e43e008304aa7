import type { FactBase } from '../model/fact-base.js';
import type { Expression } from '../model/expression.js';
import type { Finding } from '../findings/finding.js';
import type { Path } from '../model/path.js';
import type { Origin } from '../model/origin.js';
import type { Phrase } from '../model/template.js';
import { type Evaluated, type FigureValue, type ListValue, type Said, unwritten } from './evaluated.js';
import type { FactLists } from './provenance.js';

/** What an expression can see, and where its mistakes go. */
export interface Scope {
  readonly base: FactBase;
  /** Loop variables, variables of a row, the parameter of a phrase. */
  readonly variables: Variables;
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** Digits of a computed percentage. */
  readonly percentDecimals: number;
  /**
   * What is printed: a figure of a block that is missing as a whole is 未填. Checks ask what they can compare, and to
   * them nothing said is nothing.
   */
  readonly forPrint: boolean;
  /** Amounts are compared as a reader sees them, with the digits that the report prints. */
  readonly asReaders: boolean;
  /** Told where a list or a line was looked for in a block that is missing as a whole. */
  noteMissing?(block: Path): void;
  /** Told of what is the author's own among the words that are printed, or that a condition found to be there. */
  noteSaid?(said: readonly Said[]): void;
  /** Takes two figures that were asked whether they are alike, and are. */
  noteEqual?(left: FigureValue, right: FigureValue): void;
  /** Blocks that the template lets a report do without. */
  readonly mayBeLeftOut: ReadonlySet<string>;
  /** What an expression means; asked through `evaluate`. */
  readonly interpret: (expression: Expression, scope: Scope) => Evaluated;
  /** Texts and phrases that are being evaluated: one that leads to itself ends there. */
  readonly active: ReadonlySet<object>;
  /** How many more texts may be set into texts that are deeply nested themselves, and how many more steps be taken. */
  readonly budget: { texts: number; steps: number };
  /** What sums rest on. */
  readonly lists: FactLists;
  /** What was found behind lists, by name: a table asks the same of one list for each of its cells. */
  readonly behind: WeakMap<ListValue, Map<string, ListValue>>;
  /** Takes a mistake; the same one at the same place is taken once. */
  report(finding: Finding): void;
  /** Whether a mistake of that rule was not taken at that place yet: only then its words are worth making. */
  isNew(rule: string, origin: Origin): boolean;
}

/** Names with what they mean. A loop sets one for each member: the others are not copied for that. */
export class Variables {
  static readonly none = new Variables(undefined, '', unwritten);

  private constructor(
    private readonly outer: Variables | undefined,
    private readonly name: string,
    private readonly value: Evaluated,
  ) {}

  /** These hide others of the same name. */
  with(variables: Iterable<readonly [string, Evaluated]>): Variables {
    let all: Variables = this;
    for (const [name, value] of variables) all = new Variables(all, name, value);
    return all;
  }

  get(name: string): Evaluated | undefined {
    for (let one: Variables = this; one.outer; one = one.outer) if (one.name === name) return one.value;
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** By name, the outermost first. */
  all(): Map<string, Evaluated> {
    const all = this.outer?.all() ?? new Map<string, Evaluated>();
    return this.outer ? all.set(this.name, this.value) : all;
  }
}

/** The scope with further variables, which hide outer ones of the same name. */
export function withVariables(scope: Scope, variables: Iterable<readonly [string, Evaluated]>): Scope {
  return { ...scope, variables: scope.variables.with(variables) };
}

/** Texts in texts in texts: deeper than any report has them. */
const deep = 4;

/** Texts that double each other would grow beyond all bounds; false when no more may be set into each other. */
export function mayEnter({ active, budget }: Scope): boolean {
  return active.size < deep || budget.texts-- > 0;
}

/** The scope inside a text or phrase, which sees none of the variables around it. */
export function enter(scope: Scope, entered: object, variables: [string, Evaluated][] = []): Scope {
  return { ...scope, variables: Variables.none.with(variables), active: new Set([...scope.active, entered]) };
}

/** The scope of a question that nobody has to hear of when it cannot be answered. */
export function silently(scope: Scope): Scope {
  return { ...scope, report: () => {}, isNew: () => false };
}
