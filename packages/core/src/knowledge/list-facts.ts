import { labelOf } from '../model/label.js';
import { formatPlain } from '../number/format.js';
import type { Origin } from '../model/origin.js';
import { isAggregate } from './aggregates.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { childrenOf, linesOf, measureOf, resolveFact, settleFact } from './ask.js';
import { isRate, finalAccounts, type Measure } from '../vocabulary/measures.js';
import type { ResolvedState } from '../model/knowledge.js';
import { total } from '../vocabulary/totals.js';
import type { Subject } from '../model/subject.js';

/** A fact as a list of all facts shows it. */
export interface ListedFact {
  path: string;
  label: string;
  measure: Measure;
  unit: string;
  /** Exact, as a plain decimal; absent when no value is known. */
  value?: string;
  state: ResolvedState;
  /** The rule by which a derived value was computed. */
  rule?: string;
  /** Where the author wrote it. */
  origin?: Origin;
}

/**
 * Every fact that the author stated or that follows from what was stated: totals and levels of classification
 * tables, sums that rules define, last year's figures. In the order of the source, lines in code order.
 */
export function listFacts(base: FactBase): ListedFact[] {
  return [...everyFact(base)].flatMap((fact) => listed(fact) ?? []);
}

/** What is listed, as facts; of some nothing is known in the end. */
export function* everyFact(base: FactBase): Generator<Fact> {
  for (const subject of subjectsBelow(base.root)) yield* factsOf(subject);
}

/** Aggregates (支出.全部) only repeat what their funds say, unless something was stated there. */
function* subjectsBelow(subject: Subject): Generator<Subject> {
  if (isAggregate(subject) && !saysSomething(subject)) return;
  if (subject.parent) yield subject;
  const others = [...childrenOf(subject)].filter(({ code }) => code === undefined);
  for (const child of [...(linesOf(subject)?.all ?? []), ...others]) yield* subjectsBelow(child);
}

function saysSomething(subject: Subject): boolean {
  for (const { statements } of subject.facts.values()) if (statements.length > 0) return true;
  return [...subject.children.values()].some(saysSomething);
}

function factsOf(subject: Subject): Fact[] {
  const isLineOrTotal = subject.code !== undefined || subject.name === total;
  const lines = isLineOrTotal && subject.parent ? linesOf(subject.parent) : undefined;
  const used = [...(lines?.measures ?? [])].filter((measure) => !isRate(measure));
  return [...new Set([finalAccounts, ...subject.base.knowledge.measures(subject), ...used])].map((measure) =>
    measureOf(subject, measure),
  );
}

function listed(fact: Fact): ListedFact | undefined {
  if (resolveFact(fact).state === 'absent') return undefined;
  const { state, value, rule, statement } = settleFact(fact);
  if (state === 'absent') return undefined;
  return {
    path: fact.key,
    label: labelOf(fact),
    measure: fact.measure,
    unit: fact.unit,
    ...(value && { value: formatPlain(value) }),
    state,
    ...(rule && { rule }),
    ...(statement && { origin: statement.origin }),
  };
}
