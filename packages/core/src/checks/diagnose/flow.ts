import type { Fact } from '../../model/fact.js';
import { Decimal } from '../../number/decimal.js';

/** What of a fact reaches another one that was computed from it, or from which it was computed. */
export interface Edge<Target> {
  to: Target;
  coefficient: Decimal;
}

const zero = new Decimal(0);

/**
 * How much of what is put in at the starts reaches each fact, in the order in which they are met. Every fact is gone
 * through once: where each of many figures uses the one before it twice, more ways lead to the first than can be gone.
 */
export function flow(
  starts: readonly Edge<Fact>[],
  edgesOf: (fact: Fact) => readonly Edge<Fact>[],
): Map<Fact, Decimal> {
  const amounts = new Map<Fact, Decimal>();
  const order: Fact[] = [];
  const meet = (fact: Fact): void => {
    if (amounts.has(fact)) return;
    amounts.set(fact, zero);
    for (const { to } of edgesOf(fact)) meet(to);
    order.push(fact);
  };
  for (const { to } of starts) meet(to);
  const add = (amount: Decimal, { to, coefficient }: Edge<Fact>) =>
    amounts.set(to, amounts.get(to)!.plus(coefficient.times(amount)));
  for (const start of starts) add(one, start);
  // What comes later in the order was computed with what comes before it.
  for (const fact of order.reverse()) for (const edge of edgesOf(fact)) add(amounts.get(fact)!, edge);
  return amounts;
}

const one = new Decimal(1);
