import { finalAccounts, type Fact } from './fact.js';
import { completion, growth, initialBudget, lastYear, measureOf, share } from './measures.js';
import type { Subject } from './subject.js';
import { childAt, total } from './subject-at.js';

/** What a rate is computed from; for growth the numerator is the current figure. */
export interface Rate {
  form: 'share' | 'growth' | 'completion';
  rule: string;
  numerator: Fact;
  denominator: Fact;
}

/** 占比 of the container's 合计, 增长率 on 上年, 完成率 of 年初预算. */
export function rateOf({ subject, measure }: Fact): Rate | undefined {
  const numerator = subject.fact(finalAccounts);
  if (measure === growth)
    return { form: 'growth', rule: 'R005', numerator, denominator: measureOf(subject, lastYear) };
  if (measure === completion)
    return { form: 'completion', rule: 'R002', numerator, denominator: measureOf(subject, initialBudget) };
  const whole = measure === share ? wholeOf(subject) : undefined;
  return whole && { form: 'share', rule: 'R001', numerator, denominator: whole };
}

/** 合计 beside the subject, or what the subject is part of. */
function wholeOf({ parent }: Subject): Fact | undefined {
  if (!parent) return undefined;
  return (childAt(parent, total) ?? parent).fact(finalAccounts);
}
