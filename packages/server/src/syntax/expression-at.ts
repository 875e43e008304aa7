import { type Expression, expressionsIn, innerExpressions, type Position, type Report } from '@fiscal/core';
import { contains } from './range.js';

/** The innermost part of an expression at a position: a name of a path, or the name of a filter. */
export type ExpressionPlace =
  | { kind: 'segment'; path: Expression & { kind: 'path' }; index: number }
  | { kind: 'filter'; filter: Expression & { kind: 'filter' } };

/** Looks through the texts and rules of a report for what stands at a position of its file. */
export function expressionAt(report: Report, uri: string, position: Position): ExpressionPlace | undefined {
  for (const expression of expressionsOf(report))
    if (expression.origin.uri === uri && contains(expression.origin.range, position)) {
      const place = placeIn(expression, position);
      if (place) return place;
    }
  return undefined;
}

function* expressionsOf({ texts, rules }: Report): Generator<Expression> {
  for (const text of texts) yield* expressionsIn(text);
  for (const { when, forEach, saying, statements } of rules) {
    if (when) yield when;
    if (forEach) yield forEach.list;
    if (saying) yield* expressionsIn(saying);
    for (const { left, right, saying: own } of statements)
      yield* [left, right, ...(own ? expressionsIn(own) : [])];
  }
}

function placeIn(expression: Expression, position: Position): ExpressionPlace | undefined {
  if (expression.kind === 'path') {
    const index = expression.segments.findIndex(({ origin }) => contains(origin.range, position));
    return index < 0 ? undefined : { kind: 'segment', path: expression, index };
  }
  if (expression.kind === 'filter' && contains(expression.nameOrigin.range, position))
    return { kind: 'filter', filter: expression };
  for (const inner of innerExpressions(expression)) {
    const place = placeIn(inner, position);
    if (place) return place;
  }
  return undefined;
}
