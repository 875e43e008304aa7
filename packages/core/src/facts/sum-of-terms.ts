import { Decimal } from '../number/decimal.js';
import { shiftBetween } from '../number/unit.js';
import type { Fact } from './fact.js';
import { Known, type Resolved } from './resolved.js';
import type { Way } from './structure.js';

/**
 * What a way yields. known: a value · blocked: something was left open ·
 * nothing: no part is known, or nothing of what would be subtracted from or added to.
 */
export type Sum =
  | { kind: 'known'; value: Decimal; radius: Decimal }
  | { kind: 'blocked'; missing: Fact[] }
  | { kind: 'nothing' };

const zero = new Decimal(0);

/**
 * Adds up a way's terms in the unit of `target`. A part of which nothing is said counts as absent (0) when
 * another one is known. A part that is open, 未填 or listed without a figure, blocks.
 */
export function sumOfTerms(
  way: Way,
  target: Fact,
  resolve: (fact: Fact) => Resolved,
  isOpen: (fact: Fact) => boolean,
): Sum {
  let value = zero;
  let radius = zero;
  const knownBySign = { '1': 0, '-1': 0 };
  const missing: Fact[] = [];
  const unknown: Fact[] = [];
  for (const { fact, sign } of way.terms) {
    const part = resolve(fact);
    if (part instanceof Known) {
      knownBySign[sign]++;
      const amount = inUnitOf(target, fact, part);
      value = sign === 1 ? value.plus(amount.value) : value.minus(amount.value);
      radius = radius.plus(amount.radius);
    } else if (part.missing) missing.push(...part.missing);
    else if (way.lines && part.state === 'absent' && isOpen(fact)) unknown.push(fact);
  }
  const isKnown =
    knownBySign['1'] > 0 && (knownBySign['-1'] > 0 || way.terms.every(({ sign }) => sign === 1));
  if (isKnown) missing.push(...unknown);
  if (missing.length > 0) return { kind: 'blocked', missing };
  return isKnown ? { kind: 'known', value, radius } : { kind: 'nothing' };
}

/** Value and radius of a part in the unit of another fact; unlike units are added as they stand. */
export function inUnitOf(target: Fact, fact: Fact, part: Known): { value: Decimal; radius: Decimal } {
  const shift = shiftBetween(fact.unit, target.unit) ?? 0;
  if (shift === 0) return part;
  const factor = new Decimal(10).pow(-shift);
  return { value: part.value.times(factor), radius: part.radius.times(factor) };
}
