import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import type { Origin } from '../model/origin.js';
import { reportTooManySteps } from './problems.js';
import type { Scope } from './scope.js';

/**
 * Takes steps from what evaluating one report, or composing it, may cost: members that are gone through, cells that
 * are filled. False when nothing is left: the repetition that asked for more is told, once, and goes through nothing.
 * Counted, not timed, so that the same text always ends at the same place.
 */
export function afford(scope: Scope, steps: number, origin: Origin): boolean {
  const { budget } = scope;
  if (budget.steps < 0) return false;
  budget.steps -= steps;
  if (budget.steps < 0) reportTooManySteps(scope, origin);
  return budget.steps >= 0;
}

/** Whether something was not gone through: what was concluded from it is not to be believed. */
export function isExhausted({ budget }: Scope): boolean {
  return budget.steps < 0;
}

/** More texts set into texts than any report needs. */
const manyExpansions = 100_000;

/** Eight times what the largest example takes, most of it for tables of many columns. */
const fewestSteps = 1_000_000;

/** What a report says has to be gone through, in tables more than once: the more it says, the more it may take. */
const stepsPerSubject = 2_000;

/** What evaluating a report, or composing it, may cost. */
export function budgetFor(base: FactBase): Scope['budget'] {
  return { texts: manyExpansions, steps: fewestSteps + stepsPerSubject * subjectsIn(base) };
}

/** What is spoken of, in the reports of units too. */
function subjectsIn({ root, units }: FactBase): number {
  return units.reduce((sum, unit) => sum + subjectsIn(unit), countBelow(root));
}

function countBelow({ children }: Subject): number {
  let count = children.size;
  for (const child of children.values()) count += countBelow(child);
  return count;
}

/** One rule may take a fifth of what all rules share, as long as there is so much. */
const shareOfRule = fewestSteps / 5;

/** The scope for one rule: others are not to suffer from what it costs, as long as they are few that cost much. */
export function withShareOfBudget({ budget, ...scope }: Scope): Scope {
  return {
    ...scope,
    budget: {
      texts: manyExpansions,
      steps: Math.min(Math.max(shareOfRule, budget.steps / 5), Math.max(0, budget.steps)),
    },
  };
}
