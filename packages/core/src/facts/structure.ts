import { partsOf } from './aggregates.js';
import { detailsOf } from './details.js';
import { finalAccounts, type Fact, type Measure } from './fact.js';
import { catalogKindOf, linesBelow, linesOf } from './lines.js';
import {
  closingCarryOver,
  income,
  incomeSources,
  isComparative,
  isRate,
  measureOf,
  natures,
  openingCarryOver,
} from './measures.js';
import { structureRules, type StructureRules } from './structure-rules.js';
import type { Subject } from './subject.js';
import { childAt, operating, personnel, total } from './subject-at.js';

export interface Term {
  fact: Fact;
  sign: 1 | -1;
}

/** One way in which a fact follows from others. */
export interface Way {
  /** Rule of the catalogue of checks that says so. */
  rule: string;
  terms: Term[];
  /** The parts are lines of a classification, which may be listed without all their figures. */
  lines?: boolean;
}

/**
 * How a fact follows from others by the structure of the classification tables, best way first:
 * across funds, up the levels, across the natures, from the economic detail.
 */
export function* structureOf(fact: Fact): Generator<Way> {
  const { subject, measure } = fact;
  const container = subject.parent;
  if (!container || isRate(measure) || !isLineOrTotal(subject)) return;
  const rules = structureRules(container);
  const funds = [...acrossFunds(fact, container, rules)];
  yield* funds;
  // Without lines of its own an aggregate has nothing to say that its funds do not say.
  if (funds.length > 0 && !linesOf(container)?.written) return;
  yield* upTheLevels(fact, container, rules);
  yield* acrossColumns(fact, rules);
  yield* detailsOf(fact);
  if (measure === closingCarryOver) yield carriedOver(subject, rules);
}

function isLineOrTotal(subject: Subject): boolean {
  return (
    subject.code !== undefined ||
    subject.name === total ||
    subject.name === personnel ||
    subject.name === operating
  );
}

function* acrossFunds(fact: Fact, container: Subject, rules: StructureRules): Generator<Way> {
  const parts = partsOf(container).map((part) => childAt(part, fact.subject.name));
  if (parts.some((part) => part)) yield { rule: rules.funds, terms: sameMeasure(parts, fact.measure) };
}

function* upTheLevels(fact: Fact, container: Subject, rules: StructureRules): Generator<Way> {
  const { subject, measure } = fact;
  if (subject.code) return yield* sumOfLines(linesBelow(subject), measure, rules.levels);
  const top = linesOf(container)?.top ?? [];
  if (subject.name !== total)
    return yield* sumOfLines(top.filter(isInGroup(subject.name)), measure, rules.groups);
  const groups = [personnel, operating].map((name) => container.children.get(name));
  const grouped = sameMeasure(groups, measure).filter(({ fact }) => fact.statements.length > 0);
  if (grouped.length > 0) yield { rule: rules.total, terms: sameMeasure(groups, measure) };
  yield* sumOfLines(top, measure, rules.levels);
}

function* sumOfLines(lines: readonly Subject[], measure: Measure, rule: string): Generator<Way> {
  if (lines.length > 0) yield { rule, terms: sameMeasure(lines, measure), lines: true };
}

function isInGroup(group: string): (line: Subject) => boolean {
  return ({ base, code }) => base.catalog.find(catalogKindOf(code!), code!)?.group === group;
}

function* acrossColumns({ subject, measure }: Fact, rules: StructureRules): Generator<Way> {
  if (measure !== finalAccounts || isDetail(subject)) return;
  const columns = rules.columns === 'I0201' ? incomeSources : natures;
  const used = columns.filter((column) => subject.facts.has(column) || isUsedBelow(subject, column));
  if (used.length > 0)
    yield { rule: rules.columns, terms: used.map((column) => plus(measureOf(subject, column))) };
}

/** A total or a parent line has each column that some line has. */
function isUsedBelow(subject: Subject, column: Measure): boolean {
  if (subject.code && linesBelow(subject).length === 0) return subject.children.has('明细');
  return linesOf(subject.parent!)?.measures.has(column) ?? false;
}

function isDetail(subject: Subject): boolean {
  return subject.code?.startsWith('3') ?? false;
}

function carriedOver(subject: Subject, rules: StructureRules): Way {
  const spent: Term = { fact: subject.fact(), sign: -1 };
  const terms = [plus(measureOf(subject, openingCarryOver)), plus(measureOf(subject, income)), spent];
  return { rule: rules.carryOver, terms };
}

function sameMeasure(subjects: readonly (Subject | undefined)[], measure: Measure): Term[] {
  return subjects
    .filter((subject) => subject !== undefined)
    .map((subject) => plus(measureOf(subject, measure)));
}

function plus(fact: Fact): Term {
  return { fact, sign: 1 };
}

/** Lines of one container may be known in part for a comparative measure; then no total follows from them. */
export function needsEveryLine(measure: Measure): boolean {
  return isComparative(measure);
}
