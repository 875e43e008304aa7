import type { Origin } from '../../model/origin.js';
import { type Evaluated, type FigureValue, unknown } from '../evaluated.js';
import { evaluate } from '../evaluate.js';
import type { Expression } from '../../model/expression.js';
import { toFigure } from '../figures.js';
import { reportWrongArgument } from '../problems.js';
import type { Scope } from '../scope.js';
import { wordsOf } from '../texts/words.js';

/** One use of a filter: `operand | name arguments`. */
export interface FilterCall {
  operand: Evaluated;
  expression: Expression & { kind: 'filter' };
  scope: Scope;
}

export type Filter = (call: FilterCall) => Evaluated;

export function operandOrigin({ expression }: FilterCall): Origin {
  return expression.operand.origin;
}

/** A filter of one figure; what is no figure is reported. */
export function figureFilter(change: (figure: FigureValue, call: FilterCall) => Evaluated): Filter {
  return (call) => {
    const figure = toFigure(call.operand, call.scope, operandOrigin(call));
    return figure ? change(figure, call) : unknown;
  };
}

/** A name as it is written, not what it means: 上年 in `| 求和 上年`. */
export function nameArgument({ expression }: FilterCall, index: number): string | undefined {
  const argument = expression.arguments[index];
  if (argument?.kind === 'text') return argument.text;
  return argument?.kind === 'path' ? argument.segments.map(({ name }) => name).join('.') : undefined;
}

/** Digits after the point, 0 to 20; undefined when not given. */
export function digitsArgument(call: FilterCall, index: number): number | undefined {
  const argument = call.expression.arguments[index];
  if (!argument) return undefined;
  const value = evaluate(argument, call.scope);
  const digits = value.kind === 'figure' ? value.value : undefined;
  if (digits?.isInteger() && digits.gte(0) && digits.lte(20)) return Number(digits.toFixed());
  reportArgument(call, argument.origin, 'digits');
  return undefined;
}

/** The words of an argument; undefined when not given. */
export function wordsArgument(call: FilterCall, index: number): string | undefined {
  const argument = call.expression.arguments[index];
  if (!argument) return undefined;
  const words = wordsOf(evaluate(argument, call.scope));
  if (words === undefined) reportArgument(call, argument.origin, 'text');
  return words;
}

/** An argument that the filter cannot do without; its absence is reported. */
export function requiredArgument(call: FilterCall, expected: string): Expression | undefined {
  const [argument] = call.expression.arguments;
  if (!argument) reportArgument(call, call.expression.nameOrigin, expected);
  return argument;
}

export function reportArgument(call: FilterCall, origin: Origin, expected: string): void {
  reportWrongArgument(call.scope, origin, call.expression.name, expected, call.operand);
}
