import type { Phrase } from '../../model/template.js';
import { filterNames, type FilterName } from '../../vocabulary/filters.js';
import { wordTable } from '../../vocabulary/word-table.js';
import { evaluate } from '../evaluate.js';
import { type Evaluated, unknown, unwritten } from '../evaluated.js';
import type { Expression } from '../../model/expression.js';
import { reportCircle, reportTooManyTexts, reportUnknownFilter } from '../problems.js';
import { enter, mayEnter, type Scope } from '../scope.js';
import { evaluateNodes } from '../texts/evaluate-nodes.js';
import type { Filter } from './filter.js';
import { figureFilters } from './figures.js';
import { lineFilters } from './line.js';
import { listFilters } from './lists.js';
import { presenceFilters } from './presence.js';
import { rateFilters } from './rates.js';
import { wordFilters } from './words.js';

/** What each filter of the vocabulary does. */
const builtIn = wordTable<Filter>({
  ...rateFilters,
  ...figureFilters,
  ...listFilters,
  ...presenceFilters,
  ...wordFilters,
  ...lineFilters,
} satisfies Record<FilterName, Filter>);

/** Names of what is implemented. */
export const implementedFilters: readonly string[] = Object.keys(builtIn);

/** `operand | name …`: a phrase of the template, or else a filter of the language. */
export function applyFilter(
  expression: Expression & { kind: 'filter' },
  operand: Evaluated,
  scope: Scope,
): Evaluated {
  const { name, nameOrigin } = expression;
  const phrase = scope.phrases.get(name);
  const filter = builtIn[name];
  if (phrase && !scope.active.has(phrase)) {
    if (mayEnter(scope)) return applyPhrase(phrase, [operand, ...valuesOf(expression, scope)], scope);
    reportTooManyTexts(scope, nameOrigin);
    return unknown;
  }
  if (filter) return filter({ operand, expression, scope });
  if (phrase) reportCircle(scope, nameOrigin);
  else reportUnknownFilter(scope, nameOrigin, name, [...scope.phrases.keys(), ...filterNames]);
  return unknown;
}

function valuesOf({ arguments: given }: Expression & { kind: 'filter' }, scope: Scope): Evaluated[] {
  return given.map((argument) => evaluate(argument, scope));
}

/** A phrase sees its parameters and the report, none of the variables where it is used. */
function applyPhrase(phrase: Phrase, values: readonly Evaluated[], scope: Scope): Evaluated {
  const { parameters, value } = phrase;
  const bound = parameters.map((name, index): [string, Evaluated] => [name, values[index] ?? unwritten]);
  const inner = enter(scope, phrase, bound);
  if (value) return evaluate(value, inner);
  return { kind: 'text', pieces: evaluateNodes(phrase.content, inner) };
}
