import {
  comparePositions,
  type Expression,
  filters,
  isReadAsWritten,
  type Position,
  type Range,
  type Report,
  type RichText,
} from '@fiscal/core';

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
  for (const text of texts) yield* expressionsOfText(text);
  for (const { when, forEach, statements } of rules) {
    if (when) yield when;
    if (forEach) yield forEach.list;
    for (const { left, right } of statements) yield* [left, right];
  }
}

export function* expressionsOfText({ pieces }: RichText): Generator<Expression> {
  for (const piece of pieces) if (piece.kind === 'hole') yield piece.expression;
}

function placeIn(expression: Expression, position: Position): ExpressionPlace | undefined {
  if (expression.kind === 'path') {
    const index = expression.segments.findIndex(({ origin }) => contains(origin.range, position));
    return index < 0 ? undefined : { kind: 'segment', path: expression, index };
  }
  if (expression.kind === 'filter' && contains(expression.nameOrigin.range, position))
    return { kind: 'filter', filter: expression };
  for (const inner of partsOf(expression)) {
    const place = placeIn(inner, position);
    if (place) return place;
  }
  return undefined;
}

function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'binary':
      return [expression.left, expression.right];
    case 'unary':
      return [expression.operand];
    case 'filter':
      return [expression.operand, ...workedOut(expression)];
    case 'rich':
      return [...expressionsOfText(expression.text)];
    default:
      return [];
  }
}

/** 执行 in `项目 | 求和 执行` is nothing that the report says by itself. */
function workedOut({ name, arguments: given }: Expression & { kind: 'filter' }): Expression[] {
  const taken = filters[name]?.argument;
  return taken && isReadAsWritten(taken) ? [] : given;
}

export function contains({ start, end }: Range, position: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
}
