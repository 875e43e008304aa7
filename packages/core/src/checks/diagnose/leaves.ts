import type { Fact } from '../../model/fact.js';
import { resolveFact } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Term } from '../../model/knowledge.js';
import { Decimal } from '../../number/decimal.js';
import { shiftBetween } from '../../number/unit.js';
import type { Judged, Relation } from '../relations/relation.js';
import { type Edge, flow } from './flow.js';

/** How much a relation's difference moves when a fact moves by one, in the relation's unit. */
export type Coefficients = Map<Fact, Decimal>;

const one = new Decimal(1);
const minusOne = new Decimal(-1);

/** Terms of a relation with the sign that they have in left − right. */
export function* signedTerms({ left, right }: Relation): Generator<Term> {
  yield* left;
  for (const { fact, sign } of right) yield { fact, sign: sign === 1 ? -1 : 1 };
}

/** The stated facts that a relation rests on, through all that was computed from them. */
export function leavesOf({ relation, unit }: Judged): Coefficients {
  const terms = [...signedTerms(relation)];
  return leavesFrom(
    terms.map(({ fact, sign }) => ({ to: fact, coefficient: coefficientOf(fact, sign, unit) })),
  );
}

/** The stated facts that one fact rests on. */
export function leavesOfFact(fact: Fact): Coefficients {
  return leavesFrom([{ to: fact, coefficient: one }]);
}

function leavesFrom(starts: readonly Edge<Fact>[]): Coefficients {
  const reached = flow(starts, (fact) => partsOf(fact));
  return new Map([...reached].filter(([fact]) => isStatedFigure(fact)));
}

/** What a fact was computed from. */
function partsOf(fact: Fact): Edge<Fact>[] {
  const { terms = [] } = resolveFact(fact);
  return terms.map((term) => ({
    to: term.fact,
    coefficient: coefficientOf(term.fact, term.sign, fact.unit),
  }));
}

/** 未填 and 不适用 are statements too, but of no figure that could be wrong. */
function isStatedFigure(fact: Fact): boolean {
  const resolved = resolveFact(fact);
  return resolved instanceof Known && resolved.statement !== undefined;
}

/** How much a sum in `unit` moves when a term of it moves by one. */
export function coefficientOf(fact: Fact, sign: 1 | -1, unit: string): Decimal {
  if (fact.unit === unit) return sign === 1 ? one : minusOne;
  return factor(fact.unit, unit).times(sign);
}

/** What one unit of a term is in another unit. */
export function factor(from: string, to: string): Decimal {
  const shift = shiftBetween(from, to) ?? 0;
  return shift === 0 ? one : new Decimal(10).pow(-shift);
}
