import { Decimal } from '../../number/decimal.js';
import type { Expression } from '../../model/expression.js';
import type { TextNode } from '../../model/template.js';
import { type Evaluated, numberValue, truthValue } from '../evaluated.js';
import { type Scope, withVariables } from '../scope.js';
import type { Repetition } from '../texts/repeat.js';
import { checkExpression, checkText } from './expression-names.js';
import { memberOf } from './member-of.js';

/** Running text: of a paragraph, a phrase, a note. */
export function checkTexts(nodes: readonly TextNode[], scope: Scope): void {
  for (const node of nodes) {
    if (node.kind === 'text')
      for (const text of [node.text, ...(node.variants ?? [])]) checkText(text, scope);
    else if (node.kind === 'choice') checkBranches(node, scope, checkTexts);
    else {
      checkText(node.separator, scope);
      checkText(node.ending, scope);
      checkTexts(node.content, repeated(node, scope));
    }
  }
}

/** Both branches of a choice. */
export function checkBranches<T>(
  { condition, then, otherwise }: { condition: Expression; then: readonly T[]; otherwise: readonly T[] },
  scope: Scope,
  check: (nodes: readonly T[], scope: Scope) => void,
): void {
  checkExpression(condition, scope);
  check(then, scope);
  check(otherwise, scope);
}

/** The scope inside a repetition, whose variable stands for any member. */
export function repeated({ variable, list, condition }: Repetition, scope: Scope): Scope {
  checkExpression(list, scope);
  const counted: [string, Evaluated][] = [
    ['序号', numberValue(new Decimal(1))],
    ['末项', truthValue(false)],
  ];
  const inner = withVariables(scope, [[variable, memberOf(list, scope)], ...counted]);
  checkExpression(condition, inner);
  return inner;
}
