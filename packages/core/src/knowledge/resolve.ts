import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Resolved } from './resolved.js';
import { Solver } from './solver.js';
import type { Way } from './structure.js';
import type { Sum } from './sum-of-terms.js';

const solvers = new WeakMap<FactBase, Solver>();

/**
 * What is known of a fact: stated ?? derived, computed when first asked for and remembered.
 * Ask only when the base is complete: rules set, reports of last year and of units linked.
 */
export function resolveFact(fact: Fact): Resolved {
  return solverOf(fact.subject.base).resolve(fact);
}

/** What follows for a fact from the others, whatever the author wrote of it. */
export function computeFact(fact: Fact): Resolved {
  return solverOf(fact.subject.base).compute(fact);
}

/** Ways by which a fact follows from others without any rule, best first. */
export function structuralWaysTo(fact: Fact): Iterable<Way> {
  return solverOf(fact.subject.base).structuralWaysTo(fact);
}

/** Ways by which a fact follows from others, by structure and by rules, best first. */
export function waysTo(fact: Fact): Iterable<Way> {
  return solverOf(fact.subject.base).waysTo(fact);
}

/** Facts that are the same quantity by a rule. */
export function equalsOf(fact: Fact): Fact[] {
  return solverOf(fact.subject.base).equalsOf(fact);
}

/** What the terms of a way add up to, in the unit of `target`. */
export function sumOfWay(way: Way, target: Fact): Sum {
  return solverOf(target.subject.base).sum(way, target);
}

/** The rule at which computing was given up, if it was: the figures that it leads to are blocked. */
export function derivationGivenUp(base: FactBase): string | undefined {
  return solverOf(base).givenUp;
}

function solverOf(base: FactBase): Solver {
  let solver = solvers.get(base);
  if (!solver) solvers.set(base, (solver = new Solver(base)));
  return solver;
}
