import { filters, isReadAsWritten } from '../vocabulary/filters.js';
import type { Expression } from './expression.js';
import type { RichText } from './rich-text.js';

/** The expressions within another one that are worked out by themselves, in the order in which they are written. */
export function innerExpressions(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'binary':
      return [expression.left, expression.right];
    case 'unary':
      return [expression.operand];
    case 'filter':
      return [expression.operand, ...workedOut(expression)];
    case 'list':
      return expression.values;
    case 'rich':
      return expressionsIn(expression.text);
    case 'number':
    case 'text':
    case 'path':
      return [];
  }
}

/** What stands in the holes of a text. */
export function expressionsIn({ pieces }: RichText): Expression[] {
  return pieces.flatMap((piece) => (piece.kind === 'hole' ? [piece.expression] : []));
}

/** 执行 in `项目 | 求和 执行` is nothing that the report says by itself. */
function workedOut({ name, arguments: given }: Expression & { kind: 'filter' }): Expression[] {
  const taken = filters[name]?.argument;
  return taken && isReadAsWritten(taken) ? [] : given;
}
