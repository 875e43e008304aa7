import type { Expression } from '../../model/expression.js';
import { filters, type FilterValue } from '../../vocabulary/filters.js';
import type { Scope } from '../scope.js';

/** What an expression comes to whatever the report says; undefined where that depends on the report. */
export function valueKind(expression: Expression, scope: Scope): FilterValue | undefined {
  switch (expression.kind) {
    case 'number':
      return 'figure';
    case 'text':
    case 'rich':
      return 'text';
    case 'path':
      return undefined;
    case 'list':
      return 'list';
    case 'unary':
      return expression.operator === '-' ? 'figure' : 'truth';
    case 'binary':
      return arithmetic.has(expression.operator) ? 'figure' : 'truth';
    case 'filter':
      return given(expression.name, scope);
  }
}

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/']);

/** A phrase hides the filter of its name, except within itself. */
function given(name: string, { phrases }: Scope): FilterValue | undefined {
  const gives = filters[name]?.gives;
  const phrase = phrases.get(name);
  if (phrase) return gives === undefined && !phrase.value ? 'text' : undefined;
  return gives === 'any' ? undefined : gives;
}
