import type { Fact } from '../model/fact.js';
import { budgets, completion, growth, initialBudget, lastYear, share } from '../vocabulary/measures.js';
import type { Subject } from '../model/subject.js';
import { childAt, measureOf, ownFactOf } from './ask.js';
import type { RuleId } from '../vocabulary/rules.zh.js';
import { total, wholes, yearsExpenditure, yearsIncome } from '../vocabulary/totals.js';

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
 * What a percentage may be: 增长率 on 上年, 完成率 of any budget that is written, 占比 of the 合计 beside it; a share
 * of income may be one of 本年收入合计 or of 总计, which reports do one way or the other.
 */
export function ratesOf({ subject, measure }: Fact): Rate[] {
  const numerator = ownFactOf(subject);
  if (measure === growth)
    return [{ form: 'growth', rule: 'R005', numerator, denominator: measureOf(subject, lastYear) }];
  if (measure === completion)
    return budgetsOf(subject).map((denominator) => ({
      form: 'completion',
      rule: 'R002',
      numerator,
      denominator,
    }));
  if (measure !== share) return [];
  return wholesOf(subject).map((denominator) => ({
    form: 'share',
    rule: 'R001',
    numerator,
    denominator,
  }));
}

/** 年初预算 where it is written, then the others; 年初预算 when none is. */
function budgetsOf(subject: Subject): Fact[] {
  const written = budgets.flatMap((measure) => subject.facts.get(measure) ?? []);
  return written.length > 0 ? written : [measureOf(subject, initialBudget)];
}

/** The 合计 of a block is a part of what the blocks around it add up to: 支出 一般公共预算 of 本年支出合计. */
function wholesOf({ name, parent }: Subject): Fact[] {
  if (!parent) return [];
  if (name === total) return parent.parent ? yearsTotalsIn(parent.parent) : [];
  if (wholes.includes(name)) return [];
  const found = wholes.flatMap((whole) => childAt(parent, whole) ?? []);
  // What was carried over is no part of the year's income, only of 总计.
  const fitting = /结转|结余/.test(name) ? found.slice(-1) : found;
  return (fitting.length > 0 ? fitting : [parent]).map((whole) => ownFactOf(whole));
}

function yearsTotalsIn(subject: Subject): Fact[] {
  return [yearsIncome, yearsExpenditure].flatMap((whole) => childAt(subject, whole) ?? []).map(ownFactOf);
}
