import type { Expression } from '../model/expression.js';
import type { Evaluated } from './evaluated.js';
import type { Scope } from './scope.js';
import { isPresent } from './truth.js';

/**
 * What an expression means for the report. Never throws: mistakes go to `scope.report`.
 * Texts, lists and filters are made of expressions themselves: the scope carries what interprets these.
 */
export function evaluate(expression: Expression, scope: Scope): Evaluated {
  return scope.interpret(expression, scope);
}

/** Whether a condition holds: a comparison, or that something is there. */
export function holds(condition: Expression | undefined, scope: Scope): boolean {
  return condition === undefined || isPresent(evaluate(condition, scope), scope);
}
