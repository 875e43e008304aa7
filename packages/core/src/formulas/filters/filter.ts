import type { Origin } from '../../model/origin.js';
import { type Evaluated, type FigureValue, unknown } from '../evaluated.js';
import type { Expression } from '../../model/expression.js';
import { toFigure } from '../figures.js';
import type { Scope } from '../scope.js';

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
