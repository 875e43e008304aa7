import type { Origin } from '../model/origin.js';
import { calculate, negate } from './arithmetic.js';
import { compareValues } from './comparison.js';
import { evaluate, holds } from './evaluate.js';
import { type Evaluated, listValue, numberValue, textValue, truthValue, unknown } from './evaluated.js';
import type { ArithmeticOperator, ComparisonOperator, Expression } from '../model/expression.js';
import { applyFilter } from './filters/apply-filter.js';
import { toFigure } from './figures.js';
import { resolvePath } from './paths/resolve-path.js';
import type { Scope } from './scope.js';
import { evaluateText } from './texts/evaluate-text.js';

/** What each kind of expression means; see `evaluate`. */
export function interpret(expression: Expression, scope: Scope): Evaluated {
  switch (expression.kind) {
    case 'number':
      return numberValue(expression.value, expression.unit);
    case 'text':
      return textValue(expression.text);
    case 'rich':
      return { kind: 'text', pieces: evaluateText(expression.text, scope) };
    case 'path':
      return resolvePath(expression.segments, scope);
    case 'binary':
      return computedBy(expression, evaluateBinary(expression, scope));
    case 'unary':
      return computedBy(expression, evaluateUnary(expression, scope));
    case 'list':
      return listValue(expression.values.map((value) => evaluate(value, scope)));
    case 'filter':
      return computedBy(expression, applyFilter(expression, evaluate(expression.operand, scope), scope));
  }
}

/** The innermost expression that came to a figure which no fact is: what is done to its looks is no computing. */
function computedBy(expression: Expression, value: Evaluated): Evaluated {
  const isComputed = value.kind === 'figure' && value.facts !== undefined && value.expression === undefined;
  return isComputed ? { ...value, expression } : value;
}

function evaluateBinary(expression: Expression & { kind: 'binary' }, scope: Scope): Evaluated {
  const { operator, left, right, origin } = expression;
  if (operator === '且') return truthValue(holds(left, scope) && holds(right, scope));
  if (operator === '或') return truthValue(holds(left, scope) || holds(right, scope));
  const a = evaluate(left, scope);
  const b = evaluate(right, scope);
  if (isArithmetic(operator)) return compute(operator, [a, left.origin], [b, right.origin], scope, origin);
  return truthValue(compareValues(operator, a, b, scope, origin));
}

function evaluateUnary(expression: Expression & { kind: 'unary' }, scope: Scope): Evaluated {
  const { operator, operand } = expression;
  if (operator === '非') return truthValue(!holds(operand, scope));
  const figure = toFigure(evaluate(operand, scope), scope, operand.origin);
  return figure ? negate(figure) : unknown;
}

function compute(
  operator: ArithmeticOperator,
  [left, leftOrigin]: [Evaluated, Origin],
  [right, rightOrigin]: [Evaluated, Origin],
  scope: Scope,
  origin: Origin,
): Evaluated {
  const a = toFigure(left, scope, leftOrigin);
  const b = toFigure(right, scope, rightOrigin);
  return a && b ? calculate(operator, a, b, scope, origin) : unknown;
}

function isArithmetic(operator: ArithmeticOperator | ComparisonOperator): operator is ArithmeticOperator {
  return operator === '+' || operator === '-' || operator === '*' || operator === '/';
}
