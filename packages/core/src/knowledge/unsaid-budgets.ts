import { childAt, measureOf, resolveFact, subjectAt } from './ask.js';
import { isMentioned } from './mentioned.js';
import { type Fact, saysSome } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Path } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import {
  budgets,
  executed,
  finalAccounts,
  fullYearBudget,
  initialBudget,
  lastYear,
  type Measure,
} from '../vocabulary/measures.js';
import { total } from '../vocabulary/totals.js';

/**
 * Nobody says what the budget was: of money that was spent, this year or the last, or of a block in which no budget is
 * written at all. Where others of a block have one, what has none and spent nothing was not planned.
 */
export function isUnsaidBudget(base: FactBase, names: Path, measure: Measure): boolean {
  const subject = budgets.includes(measure) ? subjectAt(base, names) : undefined;
  // A project has its own; elsewhere 全年预算 and 调整预算 are written only where the budget was changed.
  const isOfProject = subject?.facts.has(executed) ?? false;
  if (subject && measure !== initialBudget && isBudgetOfPart(subject, measure)) return true;
  if (measure !== (isOfProject ? fullYearBudget : initialBudget)) return false;
  const block = base.find(names.slice(0, 1)) ?? subjectAt(base, names.slice(0, 1));
  if (!block || saysNothingHappened(block)) return false;
  if (subject && (hasBudget(subject) || saysNothingHappened(subject))) return false;
  return (
    (subject !== undefined && (isSpent(subject) || wasSpent(subject))) ||
    !isMentioned(base, names.slice(0, 1), budgets)
  );
}

/** Some of what it comes to was changed later: nobody says what the whole budget was then. */
function isBudgetOfPart(subject: Subject, measure: Measure): boolean {
  const own = childAt(subject, total) ?? subject;
  const sums = [...subject.base.knowledge.waysTo(measureOf(own, initialBudget))];
  return sums.some(({ terms }) => terms.some(({ fact }) => fact.subject.facts.has(measure)));
}

function hasBudget(subject: Subject): boolean {
  return budgets.some((measure) => resolveFact(measureOf(subject, measure)).state !== 'absent');
}

/** 未发生, 不适用, of itself or of each of its parts: there was no budget either. */
function saysNothingHappened(subject: Subject): boolean {
  const sum = childAt(subject, total);
  return [subject, ...(sum ? [sum] : [])].some((one) => isDenied(measureOf(one, finalAccounts)));
}

function isDenied(fact: Fact): boolean {
  const { state, terms = [], inapplicable } = resolveFact(fact);
  if (state === 'derived') return terms.length > 0 && terms.every((term) => isDenied(term.fact));
  return state === 'none' || state === 'inapplicable' || inapplicable !== undefined;
}

function wasSpent({ facts }: Subject): boolean {
  return saysSome(facts.get(lastYear)?.statements ?? []);
}

function isSpent(subject: Subject): boolean {
  return [finalAccounts, executed].some(
    (measure) => resolveFact(measureOf(subject, measure)).value?.isZero() === false,
  );
}
