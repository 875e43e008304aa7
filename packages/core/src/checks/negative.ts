import type { Fact } from '../model/fact.js';
import type { Finding } from '../findings/finding.js';
import { isRate } from '../vocabulary/measures.js';
import { labelOf } from '../model/label.js';
import { formatDeclared } from '../number/format.js';
import { newMessage } from '../findings/new-finding.js';

const rule = 'I1303';

/** What may be negative: carry-over, changes, and 其他收入 after a refund. */
const negatives = /结转|结余|其他|增减/;

/** A figure under that path is not wrong only for being negative. */
export function mayBeNegative(path: string): boolean {
  return negatives.test(path);
}

/** I1303: a figure is not negative. */
export function negativeFinding(fact: Fact): Finding | undefined {
  const negative = fact.statements.find(({ value }) => value?.isNegative() && !value.isZero());
  if (!negative || isRate(fact.measure) || mayBeNegative(fact.key)) return undefined;
  const parameters = {
    label: labelOf(fact),
    value: formatDeclared(negative.value!, negative.decimals ?? fact.decimals),
    unit: fact.unit,
  };
  return newMessage(rule, negative.origin, 'negative-figure', parameters);
}
