import { Decimal } from '../../number/decimal.js';
import { evaluate, holds } from '../evaluate.js';
import { type Evaluated, numberValue, truthValue } from '../evaluated.js';
import type { Expression } from '../expression.js';
import { membersOf } from '../paths/members.js';
import { type Scope, withVariables } from '../scope.js';

/** 每 … 于 … 当 …, wherever it stands: in text, among blocks, rows, columns, points of a chart. */
export interface Repetition {
  variable: string;
  list: Expression;
  condition?: Expression;
}

/** One scope for each member that meets the condition, with 序号 (from 1) and 末项 besides the variable. */
export function repeatScopes({ variable, list, condition }: Repetition, scope: Scope): Scope[] {
  const bind = (member: Evaluated) => withVariables(scope, [[variable, member]]);
  const chosen = membersOf(evaluate(list, scope), scope, list.origin)
    .map(bind)
    .filter((inner) => holds(condition, inner));
  return chosen.map((inner, index) =>
    withVariables(inner, [
      ['序号', numberValue(new Decimal(index + 1))],
      ['末项', truthValue(index === chosen.length - 1)],
    ]),
  );
}
