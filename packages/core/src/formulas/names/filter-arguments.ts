import type { Expression, PathSegment } from '../../model/expression.js';
import {
  type ArgumentKind,
  type FilterArgument,
  type FilterValue,
  mostArguments,
} from '../../vocabulary/filters.js';
import { measureNames } from '../../vocabulary/measures.js';
import { unwritten } from '../evaluated.js';
import { toFigure } from '../figures.js';
import {
  isDigits,
  measureArgument,
  nameArgument,
  reportArgument,
  reportDigits,
  unitArgument,
  writtenName,
} from '../filters/arguments.js';
import type { FilterCall } from '../filters/filter.js';
import { evaluate } from '../evaluate.js';
import { isCode } from '../paths/find-child.js';
import { resolveBelow } from '../paths/resolve-path.js';
import { nearestNames, reportFurtherArgument, reportUnexpectedKind, reportUnknownName } from '../problems.js';
import { type Scope, silently } from '../scope.js';
import { isSpoken } from '../spoken-names.js';
import { memberOf } from './member-of.js';
import { valueKind } from './value-kind.js';

/**
 * Reports what is wrong with the arguments of a filter whatever the report says: how many there are, measures,
 * units and digits that are none, a text where a figure is needed. Where evaluating tells the same, it tells it at
 * the same place.
 */
export function checkArguments(call: FilterCall, taken: FilterArgument | undefined): void {
  const { scope, expression } = call;
  const given = expression.arguments;
  const most = mostArguments(taken);
  const further = given[most];
  if (further) reportFurtherArgument(scope, further.origin, expression.name, most > 0);
  if (!taken) return;
  if (given.length === 0 && taken.use !== 'optional') reportArgument(call, expression.nameOrigin);
  for (const argument of given.slice(0, most))
    if (!isOwnWord(argument, taken)) judges[taken.kind](argument, call);
}

/** `小数 原样` */
function isOwnWord(argument: Expression, { words = [] }: FilterArgument): boolean {
  return words.includes(writtenName(argument) ?? '');
}

type Judge = (argument: Expression, call: FilterCall) => void;

const judges: Record<ArgumentKind, Judge> = {
  measure: measureArgument,
  name: judgeName,
  unit: (argument, call) => unitArgument(argument, call, unitOf(call.expression.operand, call.scope)),
  digits: judgeDigits,
  text: (argument, call) => {
    if (isOneOf(['truth', 'list'], argument, call.scope)) reportArgument(call, argument.origin);
  },
  code: (argument, call) => {
    if (isOneOf(['truth', 'list'], argument, call.scope) || isNoCode(argument))
      reportArgument(call, argument.origin);
  },
  figure: judgeKind('figure', ['text', 'truth', 'list']),
  list: judgeKind('list', ['figure', 'truth']),
  condition: () => {},
  value: () => {},
};

/** Behind what any member is, when that is known; else it is to be a name at all, or like none of the language. */
function judgeName(argument: Expression, call: FilterCall): void {
  const names = nameArgument(argument, call);
  if (!names) return;
  const member = memberOf(call.expression.operand, call.scope);
  if (member !== unwritten) resolveBelow(member, names, call.scope);
  else judgeFirstName(names[0]!, call.scope);
}

/** An author may name what he says of his own projects and units as he likes. */
function judgeFirstName({ name, origin }: PathSegment, scope: Scope): void {
  if (isSpoken(name, scope.base)) return;
  const near = nearestNames(name, measureNames);
  if (near.length > 0) reportUnknownName(scope, origin, name, '', near);
}

/** The unit of what the report speaks of or could; '' where that is not known. */
function unitOf(operand: Expression, scope: Scope): string {
  if (operand.kind !== 'path') return '';
  const value = evaluate(operand, silently(scope));
  if (value.kind === 'missing') return '';
  return toFigure(value, silently(scope), operand.origin)?.unit ?? '';
}

/** What a report does not fill may be anything; a name that means nothing is no number of digits. */
function judgeDigits(argument: Expression, call: FilterCall): void {
  const value = evaluate(argument, silently(call.scope));
  if (value === unwritten || (value.kind === 'figure' && (!value.value || isDigits(value.value)))) return;
  reportDigits(argument, call);
}

/** A literal is one whatever the report says. */
function isNoCode(argument: Expression): boolean {
  if (argument.kind === 'number') return !isCode(argument.value.toFixed());
  return argument.kind === 'text' && !isCode(argument.text);
}

function judgeKind(expected: 'figure' | 'list', wrong: readonly FilterValue[]): Judge {
  return (argument, { scope }) => {
    const kind = valueKind(argument, scope);
    if (kind && wrong.includes(kind)) reportUnexpectedKind(scope, argument.origin, expected, kind);
  };
}

function isOneOf(kinds: readonly FilterValue[], argument: Expression, scope: Scope): boolean {
  const kind = valueKind(argument, scope);
  return kind !== undefined && kinds.includes(kind);
}

/** What a filter of that kind cannot be put behind, whatever the report says. */
const strange: Record<FilterValue, readonly FilterValue[]> = {
  figure: ['text', 'truth', 'list'],
  text: ['truth', 'list'],
  truth: ['figure', 'text', 'list'],
  list: ['figure', 'truth'],
  subject: ['figure', 'text', 'truth'],
  any: [],
};

/** Reports an operand that no report could make fit. */
export function checkOperand(operand: Expression, takes: FilterValue, scope: Scope): void {
  const kind = valueKind(operand, scope);
  if (kind && strange[takes].includes(kind)) reportUnexpectedKind(scope, operand.origin, takes, kind);
}
