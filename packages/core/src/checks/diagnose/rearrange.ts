import type { Fact } from '../../facts/fact.js';
import { resolveFact } from '../../facts/resolve.js';
import type { Term } from '../../facts/structure.js';
import type { Relation } from '../relation.js';
import { signedTerms } from './leaves.js';

/** What a relation says of one fact that it rests on: fact = Σ terms. Computed figures on the way are opened. */
export function solvedFor(fact: Fact, relation: Relation): Term[] {
  const rest: Term[] = [];
  const own = openTo(fact, [...signedTerms(relation)], rest);
  // own·fact + Σ rest = 0
  return rest.map((term) => ({ fact: term.fact, sign: term.sign === own ? -1 : 1 }));
}

/** Collects all other terms, and gives the sign of the fact itself. */
function openTo(fact: Fact, terms: readonly Term[], rest: Term[]): 1 | -1 {
  let own: 1 | -1 = 1;
  for (const term of terms) {
    if (term.fact === fact) own = term.sign;
    else if (!restsOn(term.fact, fact)) rest.push(term);
    else own = openTo(fact, signed(resolveFact(term.fact).terms ?? [], term.sign), rest);
  }
  return own;
}

function signed(terms: readonly Term[], by: 1 | -1): Term[] {
  return terms.map(({ fact, sign }) => ({ fact, sign: sign === by ? 1 : -1 }));
}

function restsOn(computed: Fact, fact: Fact): boolean {
  return (resolveFact(computed).terms ?? []).some((term) => term.fact === fact || restsOn(term.fact, fact));
}
