import type { Fact } from '../../model/fact.js';
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
import { slipsOf } from './slips.js';

/** A difference that is not so many times what rounding explains fits any slip of the pen by chance. */
const leastTelling = 10;

/** More than these help nobody to look for the wrong one. */
export const mostSuspects = 3;

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
  const traces = isTelling ? [...slipSuspects(told, cluster, dependants), ...missing] : [];
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

function slipSuspects(told: Judged, cluster: Cluster, dependants: Dependants): Suspect[] {
  const leaves = leavesOf(told);
  const found: Suspect[] = [];
  for (const fact of sharedLeaves(cluster)) {
    const known = resolveFact(fact);
    const coefficient = leaves.get(fact);
    if (!(known instanceof Known) || !coefficient || coefficient.isZero()) continue;
    const slip = slipsOf(known, fact.decimals).find(({ change }) =>
      told.explains(told.difference.plus(coefficient.times(change))),
    );
    if (slip && mends(dependants.effectOf(fact), slip.change, cluster))
      found.push(suspect(slip.kind, fact, known.value.plus(slip.change)));
    if (found.length === mostSuspects) break;
  }
  return found;
}

function suspect(kind: Suspect['kind'], fact: Fact, corrected: Decimal): Suspect {
  return { kind, operand: operandOf(fact), corrected: formatDeclared(corrected, fact.decimals) };
}
