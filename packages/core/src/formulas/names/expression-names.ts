import {
  eachMember,
  filterNames,
  filters,
  isReadAsWritten,
  mostArguments,
} from '../../vocabulary/filters.js';
import { unwritten } from '../evaluated.js';
import type { Expression } from '../../model/expression.js';
import { resolvePath } from '../paths/resolve-path.js';
import {
  reportFurtherArgument,
  reportMissingArguments,
  reportTooManyArguments,
  reportUnknownFilter,
} from '../problems.js';
import type { Phrase } from '../../model/template.js';
import { type Scope, withVariables } from '../scope.js';
import type { RichText } from '../../model/rich-text.js';
import { checkArguments, checkOperand } from './filter-arguments.js';
import { memberOf } from './member-of.js';

/**
 * Reports each name in an expression that nobody knows, and each argument that its filter cannot use, also where
 * this report would not come to it.
 */
export function checkExpression(expression: Expression | undefined, scope: Scope): void {
  switch (expression?.kind) {
    case 'path':
      resolvePath(expression.segments, scope);
      return;
    case 'rich':
      return checkText(expression.text, scope);
    case 'binary':
      checkExpression(expression.left, scope);
      return checkExpression(expression.right, scope);
    case 'unary':
      return checkExpression(expression.operand, scope);
    case 'list':
      for (const value of expression.values) checkExpression(value, scope);
      return;
    case 'filter':
      return checkFilter(expression, scope);
  }
}

export function checkText(text: RichText | undefined, scope: Scope): void {
  for (const piece of text?.pieces ?? []) if (piece.kind === 'hole') checkExpression(piece.expression, scope);
}

function checkFilter(expression: Expression & { kind: 'filter' }, scope: Scope): void {
  const { name, nameOrigin, operand } = expression;
  checkExpression(operand, scope);
  const phrase = scope.phrases.get(name);
  if (phrase) return checkPhraseArguments(expression, phrase, scope);
  const filter = filters[name];
  if (!filter) return reportUnknownFilter(scope, nameOrigin, name, [...scope.phrases.keys(), ...filterNames]);
  checkOperand(operand, filter.takes, scope);
  const taken = filter.argument;
  checkArguments({ expression, scope, operand: unwritten }, taken);
  if (!taken || isReadAsWritten(taken)) return;
  const inner = taken.kind === 'condition' ? ofMember(operand, scope) : scope;
  for (const argument of expression.arguments.slice(0, mostArguments(taken)))
    checkExpression(argument, inner);
}

/** A phrase takes as many arguments as it has further parameters, whatever the filter takes that it hides. */
function checkPhraseArguments(
  { name, nameOrigin, arguments: given }: Expression & { kind: 'filter' },
  { parameters }: Phrase,
  scope: Scope,
): void {
  const further = given[Math.max(parameters.length - 1, 0)];
  if (further && parameters.length > 2)
    reportTooManyArguments(scope, further.origin, name, parameters.slice(1));
  else if (further) reportFurtherArgument(scope, further.origin, name, parameters.length > 1);
  const missing = parameters.slice(1 + given.length);
  if (missing.length > 0) reportMissingArguments(scope, nameOrigin, name, missing);
  for (const argument of given) checkExpression(argument, scope);
}

/** The scope of a condition that is asked of each member of a list. */
function ofMember(list: Expression, scope: Scope): Scope {
  return withVariables(scope, [[eachMember, memberOf(list, scope)]]);
}
