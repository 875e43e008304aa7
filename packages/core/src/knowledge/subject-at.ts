import { measureOf } from './measure-of.js';
import { aggregateChild, isAggregate } from './aggregates.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { isCommonMeasure } from '../vocabulary/measures.js';
import { addRuleSubjects } from './rule-subjects.js';
import { linesOf } from './lines.js';
import type { Subject } from '../model/subject.js';

export const total = '合计';
export const personnel = '人员经费';
export const operating = '公用经费';

/**
 * The subject at a canonical path, written or implied: totals of containers, unwritten 类 and 款,
 * aggregates (支出.全部), and what only the reports of subordinate units speak of.
 */
export function subjectAt(base: FactBase, path: string): Subject | undefined {
  let subject: Subject | undefined = base.root;
  for (const name of path === '' ? [] : path.split('.')) subject = subject && childAt(subject, name);
  return subject;
}

/** The child of that name, written or implied. */
export function childAt(subject: Subject, name: string): Subject | undefined {
  return subject.children.get(name) ?? impliedChild(subject, name);
}

/** The fact at a canonical path: a subject's 决算, or a measure of the subject before the last point. */
export function factAt(base: FactBase, path: string): Fact | undefined {
  return factBelow(base.root, path.split('.'));
}

/** The fact that the names lead to from a subject. */
export function factBelow(start: Subject, names: readonly string[]): Fact | undefined {
  let subject: Subject | undefined = start;
  for (const [index, name] of names.entries()) {
    const child: Subject | undefined = childAt(subject, name);
    if (!child) return index === names.length - 1 ? commonMeasure(subject, name) : undefined;
    subject = child;
  }
  return subject === start && subject.parent === undefined ? undefined : subject.fact();
}

/** A line or a total of expenditure by scope: a fund, 财政拨款 or 全部. */
export function expenditureSubject(base: FactBase, scope: string, codeOrTotal: string): Subject | undefined {
  return subjectAt(base, `支出.${scope}.${codeOrTotal}`);
}

function commonMeasure(subject: Subject, name: string): Fact | undefined {
  return subject.facts.get(name) ?? (isCommonMeasure(name) ? measureOf(subject, name) : undefined);
}

function impliedChild(subject: Subject, name: string): Subject | undefined {
  addRuleSubjects(subject.base);
  const defined = subject.children.get(name) ?? aggregateChild(subject, name);
  return defined ?? lineOrTotal(subject, name) ?? unitsChild(subject, name);
}

function lineOrTotal(container: Subject, name: string): Subject | undefined {
  const lines = linesOf(container);
  if (!lines) return name === total && isAggregate(container) ? container.child(name) : undefined;
  if (name === total || (isGroup(name) && lines.top.some((line) => line.code!.startsWith('3'))))
    return container.child(name);
  return container.children.get(name);
}

function isGroup(name: string): boolean {
  return name === personnel || name === operating;
}

function unitsChild(subject: Subject, name: string): Subject | undefined {
  const path = subject.path ? `${subject.path}.${name}` : name;
  const known = subject.base.units.map((unit) => subjectAt(unit, path)).find((found) => found !== undefined);
  if (!known) return undefined;
  const child = subject.child(name, known.code);
  child.label = known.label;
  return child;
}
