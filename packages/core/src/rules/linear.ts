import type { Fact } from '../facts/fact.js';
import type { Term } from '../facts/structure.js';
import type { Expression } from '../formulas/expression.js';

/** Finds the fact that a path means; 'absent' when the path could mean one but the report does not speak of it. */
export type FindFact = (names: readonly string[]) => Fact | 'absent' | undefined;

/**
 * Facts with their signs, when an expression only adds and subtracts facts; undefined for any other expression.
 * Facts that the report does not speak of are left out.
 */
export function linearTerms(expression: Expression, find: FindFact): Term[] | undefined {
  if (expression.kind === 'path') return single(find(expression.segments.map(({ name }) => name)));
  if (expression.kind === 'unary' && expression.operator === '-')
    return negated(linearTerms(expression.operand, find));
  if (expression.kind !== 'binary') return undefined;
  const { operator } = expression;
  if (operator !== '+' && operator !== '-') return undefined;
  const left = linearTerms(expression.left, find);
  const right = linearTerms(expression.right, find);
  if (!left || !right) return undefined;
  return [...left, ...(operator === '-' ? negated(right)! : right)];
}

function single(fact: Fact | 'absent' | undefined): Term[] | undefined {
  if (fact === undefined) return undefined;
  return fact === 'absent' ? [] : [{ fact, sign: 1 }];
}

function negated(terms: Term[] | undefined): Term[] | undefined {
  return terms?.map(({ fact, sign }) => ({ fact, sign: sign === 1 ? -1 : 1 }));
}
