import type { Fact } from '../../model/fact.js';
import type { Subject } from '../../model/subject.js';
import { resolveFact, ownFactOf } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Suspect } from '../../findings/finding.js';
import { operandOf } from '../../findings/operand.js';
import { Decimal } from '../../number/decimal.js';
import { formatDeclared } from '../../number/format.js';
import type { Judged } from '../relations/relation.js';
import { isSame } from '../relations/relation-finding.js';
import { writtenTerm } from '../relations/written-term.js';
import { type Cause, mends, sharedLeaves } from './cause.js';
import type { Cluster } from './clusters.js';
import type { Dependants } from './dependants.js';
import { lackingDetail } from './lacking-details.js';
import { leavesOf } from './leaves.js';
import { missingLines, missingSuspect } from './missing-lines.js';
import { fewestDigits, slipsOf } from './slips.js';

/** A difference that is not so many times what rounding explains fits any slip of the pen by chance. */
const leastTelling = 10;

/** More than these help nobody to look for the wrong one. */
export const mostSuspects = 3;

/** Of so many one may be what the report says elsewhere. */
const mostLookedAt = 12;

/**
 * Single figures that explain why a cluster of relations fails, told at one of them: those that are wrong in a way
 * that people are, lines that only another table has, and, where they are few and stand behind a computed operand,
 * any others that alone would do.
 */
export function suspectsOf(
  told: Judged,
  cluster: Cluster,
  candidates: readonly Cause[],
  dependants: Dependants,
): Suspect[] {
  if (!listsParts(told)) return [];
  const isTelling = told.difference.abs().gte(told.tolerance.times(leastTelling));
  const lacking = lackingDetail(cluster)?.line;
  const missing = lacking ? [missingSuspect(ownFactOf(lacking), told)] : missingLines(told);
  const traces = isTelling
    ? [...likelier(slipsIn(told, cluster, dependants)).map(asSuspect), ...missing]
    : exactSlip(told, cluster, dependants).map(asSuspect);
  if (traces.length > 0) return traces.slice(0, mostSuspects);
  return candidates.filter(({ fact }) => !isOperand(fact, told)).map(aloneSuspect);
}

/** A sum; or one quantity in two places, of which one is a sum. */
function listsParts(told: Judged): boolean {
  return told.relation.mode === 'sum' || (told.relation.mode === 'same' && !isSame(told));
}

/** Figures of the sum itself are told with it. */
function isOperand(fact: Fact, { relation: { left, right } }: Judged): boolean {
  return [...left, ...right].some((term) => writtenTerm(term).fact === fact);
}

function aloneSuspect({ fact, correction }: Cause): Suspect {
  const { value } = resolveFact(fact) as Known;
  return suspect('alone', fact, value.plus(correction));
}

/** Figures that one slip of the pen explains, and only one: those that rest on them are not judged besides. */
export function doubtfulSlips(told: Judged, cluster: Cluster, dependants: Dependants): Fact[] {
  if (!listsParts(told)) return [];
  const isTelling = told.difference.abs().gte(told.tolerance.times(leastTelling));
  const found = isTelling
    ? likelier(slipsIn(told, cluster, dependants))
    : exactSlip(told, cluster, dependants);
  return found.length === 1 ? [found[0]!.fact] : [];
}

/** A figure that one slip of the pen explains. */
interface Found {
  kind: Suspect['kind'];
  fact: Fact;
  corrected: Decimal;
}

/**
 * Of a small difference chance explains much; but not that two neighbouring digits of one single figure make up for it
 * to the last place.
 */
function exactSlip(told: Judged, cluster: Cluster, dependants: Dependants): Found[] {
  const isExact = (difference: Decimal) => difference.isZero();
  const found = slipsIn(told, cluster, dependants, isExact).filter(
    ({ kind, corrected }) => kind === 'transposed' && corrected.precision() >= fewestDigits,
  );
  return found.length === 1 ? found : [];
}

/** Those that would then be what the report says of the same subject elsewhere, if there are any. */
function likelier(found: Found[]): Found[] {
  if (found.length < 2) return found;
  const backed = found.filter(({ fact, corrected }) => isSaidElsewhere(fact, corrected));
  return backed.length > 0 ? backed : found;
}

function isSaidElsewhere({ subject }: Fact, corrected: Decimal): boolean {
  if (subject.code === undefined) return false;
  for (const line of linesOfCode(subject.base.root, subject.code))
    for (const { statements } of line === subject ? [] : line.facts.values())
      if (statements.some(({ value }) => value?.eq(corrected))) return true;
  return false;
}

function* linesOfCode(subject: Subject, code: string): Generator<Subject> {
  for (const child of subject.children.values()) {
    if (child.code === code) yield child;
    yield* linesOfCode(child, code);
  }
}

function slipsIn(
  told: Judged,
  cluster: Cluster,
  dependants: Dependants,
  explains = (difference: Decimal) => told.explains(difference),
): Found[] {
  const leaves = leavesOf(told);
  const found: Found[] = [];
  for (const fact of sharedLeaves(cluster)) {
    const known = resolveFact(fact);
    const coefficient = leaves.get(fact);
    if (!(known instanceof Known) || !coefficient || coefficient.isZero()) continue;
    const slip = slipsOf(known, fact.decimals).find(({ change }) =>
      explains(told.difference.plus(coefficient.times(change))),
    );
    if (slip && mends(dependants.effectOf(fact), slip.change, cluster))
      found.push({ kind: slip.kind, fact, corrected: known.value.plus(slip.change) });
    if (found.length === mostLookedAt) break;
  }
  return found;
}

function asSuspect({ kind, fact, corrected }: Found): Suspect {
  return suspect(kind, fact, corrected);
}

function suspect(kind: Suspect['kind'], fact: Fact, corrected: Decimal): Suspect {
  return { kind, operand: operandOf(fact), corrected: formatDeclared(corrected, fact.decimals) };
}
