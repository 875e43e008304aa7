import type { Fact } from '../../model/fact.js';
import { resolveFact } from '../../knowledge/ask.js';
import type { Decimal } from '../../number/decimal.js';
import { unitOfPrecision } from '../../number/interval.js';
import { mayBeNegative } from '../negative.js';
import type { Judged } from '../relations/relation.js';
import { isPartial, weightOf } from '../relations/relation-severity.js';
import type { Cluster, Failed } from './clusters.js';
import type { Dependants } from './dependants.js';
import { factor } from './leaves.js';

/** The one figure that explains a cluster of failed relations, and by how much it is off. */
export interface Cause {
  fact: Fact;
  /** To be added to the figure. */
  correction: Decimal;
  /** The relation that implies the right value. */
  source: Judged;
}

/**
 * The stated facts each of which, set to what one failed relation implies, mends all of the cluster and breaks
 * nothing else. No more than `most`: many that may be wrong are as good as none.
 */
export function causesOf(cluster: Cluster, dependants: Dependants, most: number): Cause[] {
  const found: Cause[] = [];
  for (const fact of sharedLeaves(cluster)) {
    const cause = explain(fact, cluster, dependants);
    if (cause) found.push(cause);
    if (found.length === most) break;
  }
  return found;
}

/** The stated facts that all relations of a cluster rest on. */
export function* sharedLeaves(cluster: Cluster): Generator<Fact> {
  const smallest = cluster.reduce((a, b) => (b.leaves.size < a.leaves.size ? b : a));
  for (const fact of smallest.leaves.keys()) if (cluster.every(({ leaves }) => leaves.has(fact))) yield fact;
}

function explain(fact: Fact, cluster: Cluster, dependants: Dependants): Cause | undefined {
  const effect = dependants.effectOf(fact);
  for (const { judged } of orderedByOwn(fact, cluster)) {
    // What is only listed in part does not say how much it should be.
    if (isPartial(judged)) continue;
    const coefficient = effect.get(judged);
    if (!coefficient || coefficient.isZero()) return undefined;
    const correction = judged.difference.neg().div(coefficient);
    if (becomesNegative(fact, correction, judged)) return undefined;
    if (mends(effect, correction, cluster)) return { fact, correction, source: judged };
  }
  return undefined;
}

/**
 * Of the relations that weigh most, the one that has the fact as its total says best what it should be, then one
 * that has it as a part.
 */
function orderedByOwn(fact: Fact, cluster: Cluster): Failed[] {
  const distance = ({ judged: { relation } }: Failed) => {
    if (relation.left.length === 1 && relation.left[0]!.fact === fact) return 0;
    return relation.right.some((term) => term.fact === fact) ? 1 : 2;
  };
  return [...cluster].sort((a, b) => weightOf(a.judged) - weightOf(b.judged) || distance(a) - distance(b));
}

/** Nobody writes 3.00 for an amount below zero where there can be none. */
function becomesNegative(fact: Fact, correction: Decimal, { tolerance, unit }: Judged): boolean {
  const { value } = resolveFact(fact);
  if (!value || value.isNegative() || mayBeNegative(fact.key)) return false;
  return value.plus(correction).lt(tolerance.times(factor(unit, fact.unit)).neg());
}

/** The fact changed by so much mends all of the cluster and breaks nothing that has held. */
export function mends(effect: Map<Judged, Decimal>, correction: Decimal, cluster: Cluster): boolean {
  if (!cluster.every(({ judged }) => effect.has(judged))) return false;
  const failed = new Set(cluster.map(({ judged }) => judged));
  for (const [judged, coefficient] of effect) {
    const difference = judged.difference.plus(coefficient.times(correction));
    if (failed.has(judged) ? !isMended(judged, difference) : isBroken(judged, difference)) return false;
  }
  return true;
}

function isMended(judged: Judged, difference: Decimal): boolean {
  if (judged.relation.mode !== 'same') return judged.explains(difference);
  // What is left after a large difference may be one unit of the last place.
  const unit = unitOfPrecision(judged.relation.left[0]!.fact.decimals);
  return difference.isZero() || (difference.abs().lte(unit) && judged.difference.abs().gt(unit));
}

/** A relation that failed already, for another cause, is no witness. */
function isBroken(judged: Judged, difference: Decimal): boolean {
  return hasHeld(judged) && !judged.explains(difference);
}

export function hasHeld({ outcome }: Judged): boolean {
  return outcome === 'agree' || outcome === 'explained';
}
