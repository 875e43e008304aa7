import type { Fact } from '../model/fact.js';
import { completion, growth, initialBudget, lastYear, share } from '../vocabulary/measures.js';
import type { Subject } from '../model/subject.js';
import { childAt, measureOf, ownFactOf } from './ask.js';
import type { RuleId } from '../vocabulary/rules.zh.js';
import { wholes } from '../vocabulary/totals.js';

/** What a rate is computed from; for growth the numerator is the current figure. */
export interface Rate {
  form: 'share' | 'growth' | 'completion';
  rule: RuleId;
  numerator: Fact;
  denominator: Fact;
}

/** The rate that a percentage is, as far as it is computed: 占比 of the container's 合计. */
export function rateOf(fact: Fact): Rate | undefined {
  return ratesOf(fact)[0];
}

/**
 * What a percentage may be: 增长率 on 上年, 完成率 of 年初预算, 占比 of the 合计 beside it; a share of income
 * may be one of 本年收入合计 or of 总计, which reports do one way or the other.
 */
export function ratesOf({ subject, measure }: Fact): Rate[] {
  const numerator = ownFactOf(subject);
  if (measure === growth)
    return [{ form: 'growth', rule: 'R005', numerator, denominator: measureOf(subject, lastYear) }];
  if (measure === completion)
    return [{ form: 'completion', rule: 'R002', numerator, denominator: measureOf(subject, initialBudget) }];
  if (measure !== share) return [];
  return wholesOf(subject).map((denominator) => ({
    form: 'share',
    rule: 'R001',
    numerator,
    denominator,
  }));
}

function wholesOf({ name, parent }: Subject): Fact[] {
  if (!parent || wholes.includes(name)) return [];
  const found = wholes.flatMap((whole) => childAt(parent, whole) ?? []);
  // What was carried over is no part of the year's income, only of 总计.
  const fitting = /结转|结余/.test(name) ? found.slice(-1) : found;
  return (fitting.length > 0 ? fitting : [parent]).map((whole) => ownFactOf(whole));
}
