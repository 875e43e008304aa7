import type { Fact } from '../../model/fact.js';
import { resolveFact } from '../../knowledge/ask.js';
import type { Term } from '../../model/knowledge.js';
import type { Relation } from '../relations/relation.js';
import { signedTerms } from './leaves.js';

/** What a relation says of one fact that it rests on: fact = Σ terms. Computed figures on the way are opened. */
export function solvedFor(fact: Fact, relation: Relation): Term[] {
  const rest: Term[] = [];
  const own = new Opening(fact, rest).open([...signedTerms(relation)]);
  // own·fact + Σ rest = 0
  return rest.map((term) => ({ fact: term.fact, sign: term.sign === own ? -1 : 1 }));
}

/** Opens what was computed from a fact, each once, and collects all other terms. */
class Opening {
  private readonly rests = new Map<Fact, boolean>();
  private readonly opened = new Set<Fact>();

  constructor(
    private readonly fact: Fact,
    private readonly rest: Term[],
  ) {}

  /** Gives the sign of the fact itself. */
  open(terms: readonly Term[]): 1 | -1 {
    let own: 1 | -1 = 1;
    for (const term of terms) {
      if (term.fact === this.fact) own = term.sign;
      else if (this.opened.has(term.fact) || !this.restsOn(term.fact)) this.rest.push(term);
      else {
        this.opened.add(term.fact);
        own = this.open(signed(resolveFact(term.fact).terms ?? [], term.sign));
      }
    }
    return own;
  }

  private restsOn(computed: Fact): boolean {
    let rests = this.rests.get(computed);
    if (rests === undefined) {
      const { terms = [] } = resolveFact(computed);
      rests = terms.some(({ fact }) => fact === this.fact || this.restsOn(fact));
      this.rests.set(computed, rests);
    }
    return rests;
  }
}

function signed(terms: readonly Term[], by: 1 | -1): Term[] {
  return terms.map(({ fact, sign }) => ({ fact, sign: sign === by ? 1 : -1 }));
}
