import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import type { Finding } from '../findings/finding.js';
import type { Origin } from '../model/origin.js';
import type { Phrase } from '../model/template.js';
import type { Evaluated } from './evaluated.js';

/** What an expression can see, and where its mistakes go. */
export interface Scope {
  readonly base: FactBase;
  /** Loop variables, variables of a row, the parameter of a phrase. */
  readonly variables: ReadonlyMap<string, Evaluated>;
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** Digits of a computed percentage. */
  readonly percentDecimals: number;
  /** Texts and phrases that are being evaluated: one that leads to itself ends there. */
  readonly active: ReadonlySet<object>;
  /** How many more texts may be set into texts that are deeply nested themselves, and how many more steps be taken. */
  readonly budget: { texts: number; steps: number };
  /** Takes a mistake; the same one at the same place is taken once. */
  report(finding: Finding): void;
  /** Whether a mistake of that rule was not taken at that place yet: only then its words are worth making. */
  isNew(rule: string, origin: Origin): boolean;
}

export interface ScopeOptions {
  phrases?: ReadonlyMap<string, Phrase>;
  percentDecimals?: number;
}

/** The scope of a report's own texts: no variables. */
export function createScope(
  base: FactBase,
  report: (finding: Finding) => void,
  { phrases = new Map(), percentDecimals = base.percentDecimals }: ScopeOptions = {},
): Scope {
  return {
    base,
    variables: new Map(),
    phrases,
    percentDecimals,
    active: new Set(),
    budget: budgetFor(base),
    ...once(report),
  };
}

/** The scope with further variables, which hide outer ones of the same name. */
export function withVariables(scope: Scope, variables: Iterable<readonly [string, Evaluated]>): Scope {
  const all = new Map(scope.variables);
  for (const [name, value] of variables) all.set(name, value);
  return { ...scope, variables: all };
}

/** Texts in texts in texts: deeper than any report has them, and more than any report needs. */
const deep = 4;
const manyExpansions = 100_000;

/** Eight times what the largest example takes, most of it for tables of many columns. */
const fewestSteps = 1_000_000;

/** What a report says has to be gone through, in tables more than once: the more it says, the more it may take. */
const stepsPerSubject = 2_000;

function budgetFor(base: FactBase): Scope['budget'] {
  return { texts: manyExpansions, steps: fewestSteps + stepsPerSubject * subjectsIn(base) };
}

/** What is spoken of, in the reports of units too. */
function subjectsIn({ root, units }: FactBase): number {
  return units.reduce((sum, unit) => sum + subjectsIn(unit), countBelow(root));
}

function countBelow({ children }: Subject): number {
  let count = children.size;
  for (const child of children.values()) count += countBelow(child);
  return count;
}

/** One rule may take a fifth of what all rules share, as long as there is so much. */
const shareOfRule = fewestSteps / 5;

/** The scope for one rule: others are not to suffer from what it costs, as long as they are few that cost much. */
export function withShareOfBudget({ budget, ...scope }: Scope): Scope {
  return {
    ...scope,
    budget: {
      texts: manyExpansions,
      steps: Math.min(Math.max(shareOfRule, budget.steps / 5), Math.max(0, budget.steps)),
    },
  };
}

/** Texts that double each other would grow beyond all bounds; false when no more may be set into each other. */
export function mayEnter({ active, budget }: Scope): boolean {
  return active.size < deep || budget.texts-- > 0;
}

/** The scope inside a text or phrase, which sees none of the variables around it. */
export function enter(scope: Scope, entered: object, variables: [string, Evaluated][] = []): Scope {
  return { ...scope, variables: new Map(variables), active: new Set([...scope.active, entered]) };
}

function once(report: (finding: Finding) => void): Pick<Scope, 'report' | 'isNew'> {
  const seen = new Set<string>();
  const keyOf = (rule: string, { uri, range }: Origin) => JSON.stringify([rule, uri, range.start, range.end]);
  return {
    isNew: (rule, origin) => !seen.has(keyOf(rule, origin)),
    report: (finding) => {
      const key = keyOf(finding.rule, finding.origin);
      if (!seen.has(key)) report(finding);
      seen.add(key);
    },
  };
}

/** The scope of a question that nobody has to hear of when it cannot be answered. */
export function silently(scope: Scope): Scope {
  return { ...scope, report: () => {}, isNew: () => false };
}
