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
