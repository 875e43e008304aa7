import { ownFactOf, resolveFact, subjectAt } from './ask.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { pathNames } from '../model/path.js';
import { isCommonMeasure } from '../vocabulary/measures.js';
import { total } from '../vocabulary/totals.js';

/**
 * What says that there is none of an item that the report does not name: 三公经费 未发生, or 不适用, of 公务接待费. Its
 * parts are none, each of them.
 */
export function statedNothing(base: FactBase, path: string): Fact | undefined {
  const names = pathNames(path);
  if (isCommonMeasure(names.at(-1)!)) return undefined;
  for (let length = names.length - 1; length > 0; length--) {
    const whole = names.slice(0, length);
    const fact = [whole, [...whole, total]].map((each) => factOf(base, each)).find(isStatedNothing);
    if (fact) return fact;
  }
  return undefined;
}

function factOf(base: FactBase, names: readonly string[]): Fact | undefined {
  const subject = subjectAt(base, names);
  return subject && ownFactOf(subject);
}

function isStatedNothing(fact: Fact | undefined): boolean {
  if (!fact) return false;
  const { state, value } = resolveFact(fact);
  if (state === 'inapplicable' || state === 'none') return true;
  return fact.statements.length > 0 && value?.isZero() === true;
}
