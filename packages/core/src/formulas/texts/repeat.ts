import { Decimal } from '../../number/decimal.js';
import { evaluate, holds } from '../evaluate.js';
import { afford } from '../budget.js';
import { type Evaluated, type FigureValue, numberValue, truthValue } from '../evaluated.js';
import type { Expression } from '../../model/expression.js';
import { membersOf } from '../paths/members.js';
import { type Scope, silently, withVariables } from '../scope.js';

/** 每 … 于 … 当 …, wherever it stands: in text, among blocks, rows, columns, points of a chart. */
export interface Repetition {
  variable: string;
  list: Expression;
  condition?: Expression;
}

/** What is done for each member costs more than coming by it. */
const repetitionSteps = 4;

/** One scope for each member that meets the condition, with 序号 (from 1) and 末项 besides the variable. */
export function repeatScopes({ variable, list, condition }: Repetition, scope: Scope): Scope[] {
  const bind = (member: Evaluated) => withVariables(scope, [[variable, member]]);
  const members = membersOf(evaluate(list, scope), scope, list.origin);
  if (!afford(scope, repetitionSteps * members.length, list.origin)) return [];
  const chosen = members.map(bind).filter((inner) => holds(condition, inner));
  return chosen.map((inner, index) =>
    withVariables(inner, [
      ['序号', numberValue(new Decimal(index + 1))],
      ['末项', truthValue(index === chosen.length - 1)],
    ]),
  );
}

/**
 * What stands for the members where there are none because the report says what they come to and nothing of them:
 * the lines of `支出 一般公共预算 { 合计 100.00 }`. Undefined where there is nothing to print. To be asked only where
 * there are no members: it goes through the list again.
 */
export function openMember({ list }: Repetition, scope: Scope): FigureValue | undefined {
  const value = scope.forPrint ? evaluate(list, silently(scope)) : undefined;
  if (value?.kind !== 'list' || value.members.length > 0) return undefined;
  if (!value.lacking?.isTotalAlone || value.lacking.isAllowed) return undefined;
  return { kind: 'figure', state: 'unfilled', unit: '', lacking: value.lacking, path: value.lacking.path };
}
