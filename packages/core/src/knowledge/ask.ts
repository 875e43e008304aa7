import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Lines, Resolved, Sum, Way } from '../model/knowledge.js';
import { type Path, pathNames } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { finalAccounts, isCommonMeasure, type Measure } from '../vocabulary/measures.js';

/** What is known of a fact: stated ?? derived. */
export function resolveFact(fact: Fact): Resolved {
  return fact.subject.base.knowledge.resolve(fact);
}

/** As `resolveFact`, but nothing follows where a whole block is missing on the way: what is printed and listed. */
export function settleFact(fact: Fact): Resolved {
  return fact.subject.base.knowledge.settle(fact);
}

/** What follows for a fact from the others, whatever the author wrote of it. */
export function computeFact(fact: Fact): Resolved {
  return fact.subject.base.knowledge.compute(fact);
}

/** Ways by which a fact follows from others without any rule, best first. */
export function structuralWaysTo(fact: Fact): Iterable<Way> {
  return fact.subject.base.knowledge.structuralWaysTo(fact);
}

/** Ways by which a fact follows from others, by structure and by rules, best first. */
export function waysTo(fact: Fact): Iterable<Way> {
  return fact.subject.base.knowledge.waysTo(fact);
}

/** Facts that are the same quantity by a rule. */
export function equalsOf(fact: Fact): Fact[] {
  return fact.subject.base.knowledge.equalsOf(fact);
}

/** What the terms of a way add up to, in the unit of `target`. */
export function sumOfWay(way: Way, target: Fact): Sum {
  return target.subject.base.knowledge.sum(way, target);
}

/** The child of that name, written or implied. */
export function childAt(subject: Subject, name: string): Subject | undefined {
  return subject.base.knowledge.child(subject, name);
}

/** What stands below a subject: as written, then what only follows. */
export function childrenOf(subject: Subject): Iterable<Subject> {
  return subject.base.knowledge.children(subject);
}

/** The fact of a measure, with the unit that the measure implies. */
export function measureOf(subject: Subject, measure: Measure): Fact {
  return subject.base.knowledge.fact(subject, measure);
}

/** The figure of a subject itself: its 决算. */
export function ownFactOf(subject: Subject): Fact {
  return measureOf(subject, finalAccounts);
}

/** The author, or a rule that defines it, speaks of that measure of the subject. */
export function speaksOf(subject: Subject, measure: Measure): boolean {
  return subject.base.knowledge.speaksOf(subject, measure);
}

/** The same, or the report of a unit does. */
export function isSpokenOf(subject: Subject, measure: Measure): boolean {
  const { knowledge, units } = subject.base;
  if (knowledge.speaksOf(subject, measure)) return true;
  return units.length > 0 && knowledge.measures(subject).has(measure);
}

/** The lines of a container, written or implied, or undefined when it has none. */
export function linesOf(container: Subject): Lines | undefined {
  return container.base.knowledge.lines(container);
}

/** Lines directly below a line. */
export function linesBelow(line: Subject): readonly Subject[] {
  return (line.parent && line.code && linesOf(line.parent)?.below.get(line.code)) || noLines;
}

const noLines: readonly Subject[] = [];

/**
 * The subject at a path, written or implied: totals of containers, unwritten 类 and 款, aggregates (支出.全部),
 * and what only the reports of subordinate units speak of.
 */
export function subjectAt(base: FactBase, path: Path): Subject | undefined {
  return subjectBelow(base.root, path);
}

/** The subject that the names lead to from another one. */
export function subjectBelow(start: Subject | undefined, path: Path): Subject | undefined {
  return path.reduce<Subject | undefined>((subject, name) => subject && childAt(subject, name), start);
}

/** The fact at the text of a path: a subject's 决算, or a measure of the subject before the last point. */
export function factAt(base: FactBase, path: string): Fact | undefined {
  return factBelow(base.root, pathNames(path));
}

/** The fact that the names lead to from a subject. */
export function factBelow(start: Subject, path: Path): Fact | undefined {
  let subject: Subject | undefined = start;
  for (const [index, name] of path.entries()) {
    const child: Subject | undefined = childAt(subject, name);
    if (!child) return index === path.length - 1 ? spokenMeasure(subject, name) : undefined;
    subject = child;
  }
  return subject === start && subject.parent === undefined ? undefined : ownFactOf(subject);
}

function spokenMeasure(subject: Subject, name: string): Fact | undefined {
  return isCommonMeasure(name) || isSpokenOf(subject, name) ? measureOf(subject, name) : undefined;
}
