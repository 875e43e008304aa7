import type { Fact } from '../../model/fact.js';
import { resolveFact, structuralWaysTo } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Term } from '../../model/knowledge.js';
import { mayBeNegative } from '../negative.js';
import { compareSides, type Judged, type Relation } from './relation.js';

/**
 * What can be told of a sum although some of its parts are not known: those that are known are no more than the
 * whole. Undefined where that holds, or where what is not known may be negative.
 */
export function brokenBound(relation: Relation): Judged | undefined {
  // That the parts come to less is no news; that they come to more is always wrong.
  const { shortfall: _, ...whole } = relation;
  const { mode, left, right, unspoken = [] } = whole;
  if (mode !== 'sum' || left.length !== 1 || unspoken.some(mayBeNegative)) return undefined;
  // A whole that was only computed may lack parts itself.
  if (left[0]!.fact.statements.length === 0) return undefined;
  if (whole.missing || (whole.elsewhere ?? []).length > 0) return undefined;
  const parts = knownParts(right, new Set([left[0]!.fact]));
  if (!parts || parts.length === 0) return undefined;
  const judged = compareSides({ ...whole, mode: 'at-most', left: parts, right: left, bounded: true });
  return judged?.outcome === 'differ' ? judged : undefined;
}

/** The known parts, also of parts that are known in part; undefined when some part may be negative. */
function knownParts(terms: readonly Term[], seen: Set<Fact>): Term[] | undefined {
  const parts: Term[] = [];
  for (const term of terms) {
    if (term.sign === -1 || mayBeNegative(term.fact.key)) return undefined;
    const resolved = resolveFact(term.fact);
    if (resolved instanceof Known && resolved.value.isNegative() && !resolved.value.isZero())
      return undefined;
    const found = resolved instanceof Known ? [term] : partsBelow(term.fact, seen);
    if (!found) return undefined;
    parts.push(...found);
  }
  return parts;
}

function partsBelow(fact: Fact, seen: Set<Fact>): Term[] | undefined {
  if (seen.has(fact)) return [];
  seen.add(fact);
  const [way] = structuralWaysTo(fact);
  return way ? knownParts(way.terms, seen) : [];
}
