import type { FactBase } from '../model/fact-base.js';
import type { Expression } from '../model/expression.js';
import type { Finding } from '../findings/finding.js';
import type { Path } from '../model/path.js';
import type { Origin } from '../model/origin.js';
import type { Phrase } from '../model/template.js';
import type { Evaluated, FigureValue, Said } from './evaluated.js';
import type { FactLists } from './provenance.js';

/** What an expression can see, and where its mistakes go. */
export interface Scope {
  readonly base: FactBase;
  /** Loop variables, variables of a row, the parameter of a phrase. */
  readonly variables: ReadonlyMap<string, Evaluated>;
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
  /** Takes a mistake; the same one at the same place is taken once. */
  report(finding: Finding): void;
  /** Whether a mistake of that rule was not taken at that place yet: only then its words are worth making. */
  isNew(rule: string, origin: Origin): boolean;
}

/** The scope with further variables, which hide outer ones of the same name. */
export function withVariables(scope: Scope, variables: Iterable<readonly [string, Evaluated]>): Scope {
  const all = new Map(scope.variables);
  for (const [name, value] of variables) all.set(name, value);
  return { ...scope, variables: all };
}

/** Texts in texts in texts: deeper than any report has them. */
const deep = 4;

/** Texts that double each other would grow beyond all bounds; false when no more may be set into each other. */
export function mayEnter({ active, budget }: Scope): boolean {
  return active.size < deep || budget.texts-- > 0;
}

/** The scope inside a text or phrase, which sees none of the variables around it. */
export function enter(scope: Scope, entered: object, variables: [string, Evaluated][] = []): Scope {
  return { ...scope, variables: new Map(variables), active: new Set([...scope.active, entered]) };
}

/** The scope of a question that nobody has to hear of when it cannot be answered. */
export function silently(scope: Scope): Scope {
  return { ...scope, report: () => {}, isNew: () => false };
}
