import { convert, Decimal, type FindingData, type Severity } from '@fiscal/core';
import type { FindingChanges } from './changes.js';

const ranks: Record<Severity, number> = { error: 3, warning: 2, information: 1, hint: 0 };

/**
 * What was wrong before is further off now, or weighs more. With other figures alone it is the same mistake: whoever
 * changed something else did not make it.
 */
export function isWorse({ old, new: next }: FindingChanges['changed'][number]): boolean {
  if (ranks[next.severity] > ranks[old.severity]) return true;
  const [before, now] = [distanceOf(old.data), distanceOf(next.data)];
  if (!before || !now) return false;
  const inUnit = convert(before.amount, before.unit, now.unit);
  return inUnit !== undefined && now.amount.gt(inUnit);
}

/** How far off something is. */
function distanceOf(data: FindingData): { amount: Decimal; unit: string } | undefined {
  switch (data.kind) {
    case 'sum':
    case 'same':
    case 'at-most':
      return { amount: new Decimal(data.difference).abs(), unit: data.unit };
    case 'ratio':
      return { amount: new Decimal(data.difference).abs(), unit: data.ratio.unit };
    default:
      return undefined;
  }
}
