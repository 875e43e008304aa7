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
  return everyFact(base).flatMap((fact) => listed(fact) ?? []);
}

/** What is listed, as facts; of some nothing is known in the end. */
export function everyFact(base: FactBase): Fact[] {
  const facts: Fact[] = [];
  addFactsOf(base.root, facts);
  return facts;
}

/** Aggregates (支出.全部) only repeat what their funds say, unless something was stated there. */
function addFactsOf(subject: Subject, facts: Fact[]): void {
  if (isAggregate(subject) && !saysSomething(subject)) return;
  if (subject.parent) for (const measure of measuresOf(subject)) facts.push(measureOf(subject, measure));
  const others = [...childrenOf(subject)].filter(({ code }) => code === undefined);
  for (const line of linesOf(subject)?.all ?? []) addFactsOf(line, facts);
  for (const child of others) addFactsOf(child, facts);
}

function saysSomething(subject: Subject): boolean {
  for (const { statements } of subject.facts.values()) if (statements.length > 0) return true;
  return [...subject.children.values()].some(saysSomething);
}

/** Its own, and those that other lines of its table have. */
function measuresOf(subject: Subject): Set<Measure> {
  const measures = new Set<Measure>([finalAccounts]);
  for (const measure of subject.base.knowledge.measures(subject)) measures.add(measure);
  const isLineOrTotal = subject.code !== undefined || subject.name === total;
  const lines = isLineOrTotal && subject.parent ? linesOf(subject.parent) : undefined;
  for (const measure of lines?.measures ?? []) if (!isRate(measure)) measures.add(measure);
  return measures;
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
