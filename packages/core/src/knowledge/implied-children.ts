import type { Subject } from '../model/subject.js';
import { aggregateNames, impliesAggregate, isAggregate } from './aggregates.js';
import { childrenOf, linesOf, subjectAt } from './ask.js';
import { blocks } from '../vocabulary/blocks.js';
import type { Implied } from './implied.js';
import type { Lines } from '../model/knowledge.js';
import { isJoinedBelow, joinedNames } from './joined-details.js';
import { isSoleDetail } from './sole-detail.js';
import { operating, personnel, total } from '../vocabulary/totals.js';

/**
 * A child that nobody wrote: an aggregate of funds, 基本支出 of which all is told as 明细, a line above others, a total of lines, or what only the reports
 * of subordinate units speak of.
 */
export function impliedChild(subject: Subject, name: string, implied: Implied): Subject | undefined {
  const isImplied =
    impliesAggregate(subject, name) ||
    isTotalOf(subject, name) ||
    isSoleDetail(subject, name) ||
    isJoinedBelow(subject, name) ||
    isReferredTo(subject, name);
  if (isImplied) return implied.subject(subject, name);
  // Lines that were not written are implied as soon as the lines are asked for.
  linesOf(subject);
  return implied.below(subject).get(name) ?? ofUnits(subject, name, implied);
}

/** Names of all that may be implied below a subject, in an order that does not depend on what was asked before. */
export function impliedNames(subject: Subject, implied: Implied): ReadonlySet<string> {
  const names = new Set(implied.subjectsDefinedBelow(subject));
  for (const name of aggregateNames(subject)) names.add(name);
  const lines = linesOf(subject);
  if (mayHaveTotals(subject, lines)) for (const name of totals) names.add(name);
  for (const name of joinedNames(subject)) names.add(name);
  for (const line of lines?.all ?? []) names.add(line.name);
  for (const name of referredNames(subject)) names.add(name);
  for (const unit of subject.base.units) {
    const theirs = subjectAt(unit, subject.names);
    for (const child of theirs ? childrenOf(theirs) : []) names.add(child.name);
  }
  return names;
}

/** 单位, and each one to which the report refers. */
function isReferredTo(subject: Subject, name: string): boolean {
  return referredNames(subject).includes(name);
}

function referredNames({ base, name, parent }: Subject): readonly string[] {
  if (base.units.length === 0) return [];
  if (!parent) return [blocks.units];
  return parent === base.root && name === blocks.units ? base.units.map((unit) => unit.name) : [];
}

const totals = [total, personnel, operating];

/** Most subjects are single lines, of which there is nothing to add up. */
function mayHaveTotals(subject: Subject, lines: Lines | undefined): boolean {
  return lines !== undefined || isAggregate(subject) || subject.base.units.length > 0;
}

/** 合计 of lines or of funds; 人员经费 and 公用经费 of economic lines. */
function isTotalOf(container: Subject, name: string): boolean {
  if (name !== total && name !== personnel && name !== operating) return false;
  const lines = linesOf(container);
  if (!lines) return name === total && isAggregate(container);
  return name === total || lines.top.some((line) => line.code!.startsWith('3'));
}

function ofUnits(subject: Subject, name: string, implied: Implied): Subject | undefined {
  if (subject.base.units.length === 0) return undefined;
  const path = [...subject.names, name];
  for (const unit of subject.base.units) {
    const theirs = subjectAt(unit, path);
    if (theirs) return implied.subject(subject, name, theirs);
  }
  return undefined;
}
