import { compareOrigins, Decimal, type Fact, type Finding, type Operand, type Origin } from '@fiscal/core';
import { amountText } from '../numbers.js';
import { words } from '../words.zh.js';
import { figureEdit, figureNodeAt } from './figure-edit.js';
import type { Fix, FixContext, Fixer } from './fix.js';

/** A figure that disagrees with what it is computed from, or with another place, takes the value found there. */
export const valueFixes: Fixer = function* (finding, context) {
  const { data, origin } = finding;
  switch (data.kind) {
    case 'sum':
      if (data.total.length === 1)
        yield* useValue(origin, new Decimal(data.expected), data.unit, words.useComputed, context);
      return;
    case 'tails':
      for (const tail of data.tails) yield* tailFix(tail, context);
      return;
    case 'ratio':
      if (!data.undefinedRate)
        yield* useValue(origin, new Decimal(data.expected), '%', words.useComputed, context);
      return;
    case 'same':
      for (const other of data.statements.filter((each) => isElsewhere(each, origin)))
        yield* useValue(origin, new Decimal(other.value), data.unit, words.useOther, context);
  }
};

/** A rounding difference is no mistake; who wants the sum to add up exactly can have it. */
function* tailFix({ data, origin }: Finding, context: FixContext): Generator<Fix> {
  if (data.kind !== 'sum' || data.total.length !== 1) return;
  for (const fix of useValue(origin, new Decimal(data.expected), data.unit, words.useComputed, context))
    yield { ...fix, preferred: false };
}

function* useValue(
  origin: Origin,
  value: Decimal,
  unit: string,
  title: (value: string) => string,
  { document, examination }: FixContext,
): Generator<Fix> {
  const node = figureNodeAt(document, origin.range.start);
  const stated = examination.places.figureAt(origin.range.start);
  const edit = node && stated && stated.fact.unit === unit && figureEdit(node, stated.fact, value);
  if (edit && edit.newText !== node.$cstNode?.text)
    yield { title: title(amountText(value, unit, decimalsOf(stated.fact))), edits: [edit], preferred: true };
}

function decimalsOf({ unit, decimals }: Fact): number {
  return unit === '%' ? 0 : decimals;
}

function isElsewhere(operand: Operand, origin: Origin): boolean {
  return operand.origin !== undefined && compareOrigins(operand.origin, origin) !== 0;
}
