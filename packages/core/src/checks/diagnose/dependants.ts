import type { Fact } from '../../model/fact.js';
import { resolveFact } from '../../knowledge/ask.js';
import { Decimal } from '../../number/decimal.js';
import type { Judged } from '../relations/relation.js';
import { type Edge, flow } from './flow.js';
import { coefficientOf, signedTerms } from './leaves.js';

/** Which relations rest on which facts, directly and through what was computed. */
export class Dependants {
  private readonly relations = new Map<Fact, Edge<Judged>[]>();
  private readonly derived = new Map<Fact, Edge<Fact>[]>();
  private readonly visited = new Set<Fact>();

  constructor(all: readonly Judged[]) {
    for (const judged of all) {
      for (const { fact, sign } of signedTerms(judged.relation)) {
        push(this.relations, fact, { to: judged, coefficient: coefficientOf(fact, sign, judged.unit) });
        this.visit(fact);
      }
    }
  }

  /** How much each relation's difference moves when the fact moves by one. */
  effectOf(fact: Fact): Map<Judged, Decimal> {
    const effect = new Map<Judged, Decimal>();
    const start = { to: fact, coefficient: new Decimal(1) };
    for (const [reached, amount] of flow([start], (each) => this.derived.get(each) ?? []))
      for (const { to, coefficient } of this.relations.get(reached) ?? []) {
        const moved = coefficient.times(amount);
        effect.set(to, effect.get(to)?.plus(moved) ?? moved);
      }
    return effect;
  }

  private visit(fact: Fact): void {
    if (this.visited.has(fact)) return;
    this.visited.add(fact);
    for (const term of resolveFact(fact).terms ?? []) {
      push(this.derived, term.fact, {
        to: fact,
        coefficient: coefficientOf(term.fact, term.sign, fact.unit),
      });
      this.visit(term.fact);
    }
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  if (!map.get(key)?.push(value)) map.set(key, [value]);
}
