import type { Fact } from './fact.js';
import type { FactBase } from './fact-base.js';
import type { Resolved } from './resolved.js';
import { Solver } from './solver.js';
import type { Way } from './structure.js';

const solvers = new WeakMap<FactBase, Solver>();

/**
 * What is known of a fact: stated ?? derived, computed when first asked for and remembered.
 * Ask only when the base is complete: rules set, reports of last year and of units linked.
 */
export function resolveFact(fact: Fact): Resolved {
  return solverOf(fact.subject.base).resolve(fact);
}

/** All ways by which a fact follows from others, best first. */
export function waysTo(fact: Fact): Iterable<Way> {
  return solverOf(fact.subject.base).waysTo(fact);
}

function solverOf(base: FactBase): Solver {
  let solver = solvers.get(base);
  if (!solver) solvers.set(base, (solver = new Solver(base)));
  return solver;
}
