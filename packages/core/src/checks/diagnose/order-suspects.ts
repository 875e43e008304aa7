import type { Fact } from '../../model/fact.js';
import { resolveFact } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Suspect } from '../../findings/finding.js';
import { operandOf } from '../../findings/operand.js';
import { Decimal } from '../../number/decimal.js';
import { formatDeclared } from '../../number/format.js';
import { finalAccounts, initialBudget, lastYear } from '../../vocabulary/measures.js';
import type { Judged } from '../relations/relation.js';
import { leavesOf } from './leaves.js';

/** Figures of an item that differ by less than this are alike. */
const alike = new Decimal(2);

/**
 * 99.10 for 9.91, where the year before it was 9.20 and the budget says 11.00: the one figure of what is more than it may be
 * that would be like both if its point moved by one place, and make it hold.
 */
export function orderSuspects(told: Judged): Suspect[] {
  const found: Suspect[] = [];
  for (const [fact, coefficient] of leavesOf(told)) {
    const corrected = tenthLikeOthers(fact);
    if (corrected === undefined) continue;
    const change = corrected.minus(resolveFact(fact).value!);
    if (told.difference.plus(coefficient.times(change)).gt(0)) continue;
    const suspect = { operand: operandOf(fact), corrected: formatDeclared(corrected, fact.decimals) };
    found.push({ kind: 'ten-times', ...suspect });
  }
  return found.length === 1 ? found : [];
}

function tenthLikeOthers(fact: Fact): Decimal | undefined {
  const known = resolveFact(fact);
  if (fact.measure !== finalAccounts || !(known instanceof Known) || !known.value.isPositive())
    return undefined;
  const tenth = known.value.div(10);
  const others = [initialBudget, lastYear].map((measure) => fact.subject.facts.get(measure));
  const isLike = others.every((other) => {
    const { value } = other ? resolveFact(other) : {};
    return value?.isPositive() && tenth.lte(value.times(alike)) && value.lte(tenth.times(alike));
  });
  return isLike ? tenth : undefined;
}
