import type { Rule } from '../../model/rule.js';
import type { Scope } from '../scope.js';
import { checkExpression, checkText, repeated } from './expression-names.js';

/** Names and arguments in a rule, also where its condition does not hold. */
export function checkRule({ when, forEach, saying, statements }: Rule, scope: Scope): void {
  const inner = forEach ? repeated(forEach, scope) : scope;
  checkExpression(when, inner);
  checkText(saying, inner);
  for (const { left, right, saying: own } of statements) {
    checkText(own, inner);
    checkExpression(left, inner);
    checkExpression(right, inner);
  }
}
