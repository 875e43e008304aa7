import type { Rule } from '../../model/rule.js';
import type { Scope } from '../scope.js';
import { checkExpression } from './expression-names.js';
import { repeated } from './text-names.js';

/** Names and arguments in a rule, also where its condition does not hold. */
export function checkRule({ when, forEach, statements }: Rule, scope: Scope): void {
  const inner = forEach ? repeated(forEach, scope) : scope;
  checkExpression(when, inner);
  for (const { left, right } of statements) {
    checkExpression(left, inner);
    checkExpression(right, inner);
  }
}
