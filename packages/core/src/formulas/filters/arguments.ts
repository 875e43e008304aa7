import type { Expression, PathSegment } from '../../model/expression.js';
import type { Origin } from '../../model/origin.js';
import type { Decimal } from '../../number/decimal.js';
import { moneyUnits, shiftBetween } from '../../number/unit.js';
import { filters } from '../../vocabulary/filters.js';
import { measureNames } from '../../vocabulary/measures.js';
import { type Measure, measureNamed } from '../../vocabulary/measures.js';
import { evaluate } from '../evaluate.js';
import { nearestNames, reportWrongArgument } from '../problems.js';
import { silently } from '../scope.js';
import { isMeasure, isUnit } from '../spoken-names.js';
import { wordsOf } from '../texts/words.js';
import type { FilterCall } from './filter.js';

/** An argument that the filter cannot do without; its absence is reported. */
export function requiredArgument(call: FilterCall): Expression | undefined {
  const [argument] = call.expression.arguments;
  if (!argument) reportArgument(call, call.expression.nameOrigin);
  return argument;
}

/** A measure by its name, canonical; one that nobody knows is reported. */
export function measureArgument(argument: Expression, call: FilterCall): Measure | undefined {
  const name = writtenName(argument);
  if (name !== undefined && isMeasure(name, call.scope.base)) return measureNamed(name);
  reportArgument(call, argument.origin, () => nearestNames(name ?? '', measureNames));
  return undefined;
}

/** Names that lead from a member of a list to what is meant of it: 资金.市级. What is no name is reported. */
export function nameArgument(argument: Expression, call: FilterCall): PathSegment[] | undefined {
  if (argument.kind === 'path') return argument.segments;
  reportArgument(call, argument.origin, () => nearestNames(writtenName(argument) ?? '', measureNames));
  return undefined;
}

/** A unit by its name, whatever a figure in the unit `from` can be converted to; one that nobody knows is reported. */
export function unitArgument(argument: Expression, call: FilterCall, from: string): string | undefined {
  const unit = writtenName(argument) ?? '';
  const isKnown = shiftBetween(from, unit) !== undefined || isUnit(unit, call.scope.base);
  if (unit !== '' && isKnown) return unit;
  reportArgument(call, argument.origin, () => nearestNames(unit, moneyUnits));
  return undefined;
}

/** Digits after the point, 0 to 20; anything else is reported. */
export function digitsArgument(argument: Expression, call: FilterCall): number | undefined {
  const value = evaluate(argument, silently(call.scope));
  const digits = value.kind === 'figure' ? value.value : undefined;
  if (digits && isDigits(digits)) return Number(digits.toFixed());
  reportDigits(argument, call);
  return undefined;
}

export function isDigits(value: Decimal): boolean {
  return value.isInteger() && value.gte(0) && value.lte(20);
}

export function reportDigits(argument: Expression, call: FilterCall): void {
  const words = filters[call.expression.name]?.argument?.words ?? [];
  reportArgument(call, argument.origin, () => nearestNames(writtenName(argument) ?? '', words));
}

/** The words of an argument; undefined when not given. */
export function wordsArgument(call: FilterCall, argument: Expression | undefined): string | undefined {
  if (!argument) return undefined;
  const words = wordsOf(evaluate(argument, call.scope));
  if (words === undefined) reportArgument(call, argument.origin);
  return words;
}

/** A name as it is written, not what it means: 上年 in `| 增长率 上年`. */
export function writtenName(argument: Expression): string | undefined {
  if (argument.kind === 'text') return argument.text;
  return argument.kind === 'path' ? argument.segments.map(({ name }) => name).join('.') : undefined;
}

/** What the filter needs there is what its table says. */
export function reportArgument(
  { scope, expression, operand }: FilterCall,
  origin: Origin,
  suggest?: () => string[],
): void {
  const expected = filters[expression.name]?.argument?.kind ?? 'value';
  reportWrongArgument(scope, origin, expression.name, expected, operand, suggest);
}
