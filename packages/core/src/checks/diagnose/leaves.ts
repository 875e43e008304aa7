import type { Fact } from '../../facts/fact.js';
import { resolveFact } from '../../facts/resolve.js';
import { Known } from '../../facts/resolved.js';
import type { Term } from '../../facts/structure.js';
import { Decimal } from '../../number/decimal.js';
import { shiftBetween } from '../../number/unit.js';
import type { Judged, Relation } from '../relation.js';

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
  const leaves: Coefficients = new Map();
  for (const { fact, sign } of signedTerms(relation)) collect(fact, coefficientOf(fact, sign, unit), leaves);
  return leaves;
}

/** The stated facts that one fact rests on. */
export function leavesOfFact(fact: Fact): Coefficients {
  const leaves: Coefficients = new Map();
  collect(fact, one, leaves);
  return leaves;
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

function collect(fact: Fact, coefficient: Decimal, leaves: Coefficients): void {
  const resolved = resolveFact(fact);
  const { terms, statement } = resolved;
  // 未填 and 不适用 are statements too, but of no figure that could be wrong.
  if (statement && resolved instanceof Known)
    leaves.set(fact, leaves.get(fact)?.plus(coefficient) ?? coefficient);
  for (const term of terms ?? []) {
    const share =
      term.fact.unit === fact.unit ? coefficient : coefficient.times(factor(term.fact.unit, fact.unit));
    collect(term.fact, term.sign === 1 ? share : share.neg(), leaves);
  }
}
