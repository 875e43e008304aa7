import {
  eachMember,
  filterNames,
  filters,
  isReadAsWritten,
  mostArguments,
} from '../../vocabulary/filters.js';
import { Decimal } from '../../number/decimal.js';
import { type Evaluated, numberValue, truthValue, unwritten } from '../evaluated.js';
import type { Expression } from '../../model/expression.js';
import { resolvePath } from '../paths/resolve-path.js';
import {
  reportFurtherArgument,
  reportMissingArguments,
  reportTooManyArguments,
  reportUnknownFilter,
} from '../problems.js';
import type { Phrase, TextNode } from '../../model/template.js';
import { enter, type Scope, silently, withVariables } from '../scope.js';
import type { Repetition } from '../texts/repeat.js';
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
  if (phrase) {
    checkPhraseArguments(expression, phrase, scope);
    return checkPhraseHere(expression, phrase, scope);
  }
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

/** What a phrase asks of what it is given here: 【项.明称】. Of what only the author names nothing is known. */
function checkPhraseHere(
  { operand, arguments: given }: Expression & { kind: 'filter' },
  phrase: Phrase,
  scope: Scope,
): void {
  if (scope.active.has(phrase)) return;
  const values = phrase.parameters.map((name, index): [string, Evaluated] => [
    name,
    knownOf([operand, ...given][index], scope),
  ]);
  if (values.every(([, value]) => value === unwritten)) return;
  const inner = enter(scope, phrase, values);
  checkTexts(phrase.content, inner);
  checkExpression(phrase.value, inner);
}

/** What an expression means whatever the report says. */
function knownOf(expression: Expression | undefined, scope: Scope): Evaluated {
  if (expression?.kind !== 'path') return unwritten;
  const value = resolvePath(expression.segments, silently(scope));
  return value.kind === 'subject' || value.kind === 'absent-subject' ? value : unwritten;
}

/** The scope of a condition that is asked of each member of a list. */
function ofMember(list: Expression, scope: Scope): Scope {
  return withVariables(scope, [[eachMember, memberOf(list, scope)]]);
}

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
