import type { Fact } from '../../model/fact.js';
import type { Judged } from '../relations/relation.js';
import type { Coefficients } from './leaves.js';

/** A failed relation with the stated facts that it rests on. */
export interface Failed {
  judged: Judged;
  leaves: Coefficients;
}

/** Relations that fail by the same amount over a shared figure, most specific relation first. */
export type Cluster = Failed[];

/** Groups failed relations that one wrong figure may explain together. */
export function clustersOf(failed: readonly Failed[]): Cluster[] {
  const groups = new Groups(failed);
  for (const sharing of byLeaf(failed).values()) joinAgreeing(sharing, groups);
  return groups.all().map((cluster) => cluster.sort(bySpecificity));
}

interface Sharing {
  fact: Fact;
  relations: Failed[];
}

function byLeaf(failed: readonly Failed[]): Map<Fact, Sharing> {
  const index = new Map<Fact, Sharing>();
  for (const one of failed) {
    for (const fact of one.leaves.keys()) {
      const sharing = index.get(fact);
      if (sharing) sharing.relations.push(one);
      else index.set(fact, { fact, relations: [one] });
    }
  }
  return index;
}

function joinAgreeing({ fact, relations }: Sharing, groups: Groups): void {
  for (const [index, first] of relations.entries())
    for (const second of relations.slice(index + 1))
      if (groups.areApart(first, second) && agree(first, second, fact)) groups.join(first, second);
}

/** The same change of the fact would mend both, within what rounding allows. */
function agree(a: Failed, b: Failed, fact: Fact): boolean {
  const [one, other] = [a, b].map(({ judged, leaves }) => judged.difference.div(leaves.get(fact)!));
  return one!.minus(other!).abs().lte(a.judged.tolerance.plus(b.judged.tolerance));
}

function bySpecificity(a: Failed, b: Failed): number {
  return operandCount(a) - operandCount(b) || a.leaves.size - b.leaves.size;
}

function operandCount({ judged: { relation } }: Failed): number {
  return relation.left.length + relation.right.length;
}

/** Disjoint groups that grow together. */
class Groups {
  private readonly groupOf = new Map<Failed, Cluster>();

  constructor(failed: readonly Failed[]) {
    for (const one of failed) this.groupOf.set(one, [one]);
  }

  areApart(a: Failed, b: Failed): boolean {
    return this.groupOf.get(a) !== this.groupOf.get(b);
  }

  join(a: Failed, b: Failed): void {
    const [into, from] = [this.groupOf.get(a)!, this.groupOf.get(b)!];
    for (const member of from) this.groupOf.set(member, into);
    into.push(...from);
  }

  all(): Cluster[] {
    return [...new Set(this.groupOf.values())];
  }
}
