import { finalAccounts, isRate, type Measure } from '../vocabulary/measures.js';
import type { Fact } from '../model/fact.js';
import { percent } from '../number/unit.js';

/** The fact of a common measure, with the unit that the measure implies. */
export function measureOf(subject: Fact['subject'], measure: Measure): Fact {
  const stated = subject.facts.get(measure);
  if (stated) return stated;
  if (isRate(measure)) return subject.fact(measure, percent, subject.base.percentDecimals);
  const own = subject.facts.get(finalAccounts);
  return own ? subject.fact(measure, own.unit, own.decimals) : subject.fact(measure);
}
