import type { Origin } from '../model/origin.js';
import { convert } from '../number/unit.js';
import { type Evaluated, type FigureValue, saidIn, type TextValue } from './evaluated.js';
import type { ComparisonOperator } from '../model/expression.js';
import { amountOf, lacksLastYear, toFigure } from './figures.js';
import { reportUnitMismatch, reportWrongKind } from './problems.js';
import type { Scope } from './scope.js';
import { asShown } from './shown.js';
import { wordsOf } from './texts/words.js';

/**
 * Whether the comparison holds. With something left open nothing holds, nor with a last year that nobody tells; other
 * absent figures count as 0.
 */
export function compareValues(
  operator: ComparisonOperator,
  left: Evaluated,
  right: Evaluated,
  scope: Scope,
  origin: Origin,
): boolean {
  if (isText(left) || isText(right)) return compareTexts(operator, left, right, scope, origin);
  const a = toFigure(left, scope, origin);
  const b = toFigure(right, scope, origin);
  if (a === undefined || b === undefined) return false;
  if (lacksLastYear(a, b, scope) || lacksLastYear(b, a, scope)) return false;
  const [seen, other] = asShown([a, b], scope);
  return compareFigures(operator, seen!, other!, scope, origin);
}

function compareFigures(
  operator: ComparisonOperator,
  left: FigureValue,
  right: FigureValue,
  scope: Scope,
  origin: Origin,
): boolean {
  const a = amountOf(left);
  const b = amountOf(right);
  if (!a || !b) return false;
  const isAnyUnit = left.unit === '' || right.unit === '' || a.isZero() || b.isZero();
  const same = isAnyUnit ? b : convert(b, right.unit, left.unit);
  if (!same) {
    reportUnitMismatch(scope, origin, left, right);
    return false;
  }
  const isTrue = holds(operator, a.comparedTo(same));
  if (isTrue && operator === '=') scope.noteEqual?.(left, right);
  return isTrue;
}

function compareTexts(
  operator: ComparisonOperator,
  left: Evaluated,
  right: Evaluated,
  scope: Scope,
  origin: Origin,
): boolean {
  const a = wordsOf(left);
  const b = wordsOf(right);
  if (operator !== '=' && operator !== '≠')
    reportWrongKind(scope, origin, 'figure', isText(left) ? left : right);
  else if (a !== undefined && b !== undefined)
    return isSaid(a === b, [left, right], scope) === (operator === '=');
  else reportWrongKind(scope, origin, 'text', a === undefined ? left : right);
  return false;
}

/** A word of the author's is known to whoever reads what is printed where it is that word. */
function isSaid(isSame: boolean, values: readonly Evaluated[], scope: Scope): boolean {
  if (isSame && scope.noteSaid) scope.noteSaid(values.flatMap(saidIn));
  return isSame;
}

function isText(value: Evaluated): value is TextValue {
  return value.kind === 'text';
}

function holds(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '≠':
      return order !== 0;
    case '<':
      return order < 0;
    case '≤':
      return order <= 0;
    case '>':
      return order > 0;
    case '≥':
      return order >= 0;
  }
}
