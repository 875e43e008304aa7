import { Decimal, type Expression, parseFigure, type PathSegment } from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { signOf } from '../lexer/signs.js';
import type { LoweringContext } from './context.js';
import { letOf } from './lets.js';
import { originOf, originOfProperty } from './origins.js';
import { lowerText, plainText, unquote } from './texts.js';

/** A longer literal is no number of a report. */
const mostDigits = 30;

/** Lowers an expression; undefined where a syntax error left too little of it. */
export function lowerExpression(
  context: LoweringContext,
  node: ast.Expression | undefined,
): Expression | undefined {
  if (!node) return undefined;
  const origin = originOf(context.uri, node);
  if (ast.isPath(node)) return lowerPath(context, node);
  if (ast.isNumberLiteral(node)) {
    const value = parseFigure((node.number ?? '').slice(0, mostDigits)) ?? new Decimal(0);
    return { kind: 'number', value, ...(node.unit && { unit: node.unit }), origin };
  }
  if (ast.isTextLiteral(node)) {
    const text = lowerText(context, node.text);
    const plain = text.pieces.every((piece) => piece.kind === 'text');
    return plain ? { kind: 'text', text: plainText(text), origin } : { kind: 'rich', text, origin };
  }
  if (ast.isUnary(node)) {
    const operand = lowerExpression(context, node.operand);
    return operand && { kind: 'unary', operator: signOf(node.operator), operand, origin };
  }
  if (ast.isBinary(node)) {
    const left = lowerExpression(context, node.left);
    const right = lowerExpression(context, node.right);
    return left && right && { kind: 'binary', operator: signOf(node.operator), left, right, origin };
  }
  if (ast.isMembership(node)) return lowerMembership(context, node);
  if (ast.isListLiteral(node)) return { kind: 'list', values: lowerAll(context, node.values), origin };
  return ast.isFilter(node) ? lowerFilter(context, node) : undefined;
}

export function lowerAll(context: LoweringContext, nodes: readonly ast.Expression[]): Expression[] {
  return nodes.flatMap((node) => lowerExpression(context, node) ?? []);
}

/** 甲 属于 (乙 丙): 甲 = 乙 或 甲 = 丙. */
function lowerMembership(context: LoweringContext, node: ast.Membership): Expression | undefined {
  const origin = originOf(context.uri, node);
  const equalities = node.values.flatMap((value): Expression[] => {
    const left = lowerExpression(context, node.member);
    const right = lowerExpression(context, value);
    return left && right ? [{ kind: 'binary', operator: '=', left, right, origin }] : [];
  });
  if (equalities.length === 0) return undefined;
  return equalities.reduce((left, right) => ({ kind: 'binary', operator: '或', left, right, origin }));
}

function lowerPath(context: LoweringContext, path: ast.Path): Expression | undefined {
  const segments: PathSegment[] = path.segments
    .filter((segment) => segment.name !== undefined)
    .map((segment) => ({ name: normalizeName(segment.name), origin: originOf(context.uri, segment) }));
  const named = letOf(context, segments, path);
  if (named) return named;
  return segments.length > 0 ? { kind: 'path', segments, origin: originOf(context.uri, path) } : undefined;
}

function lowerFilter(context: LoweringContext, node: ast.Filter): Expression | undefined {
  const operand = lowerExpression(context, node.operand);
  if (!operand || !node.name) return operand;
  context.filters.add(node.name);
  const lowered = node.arguments.map((argument) => lowerExpression(context, argument));
  return {
    kind: 'filter',
    operand,
    name: node.name,
    nameOrigin: originOfProperty(context.uri, node, 'name'),
    arguments: lowered.filter((argument) => argument !== undefined),
    origin: originOf(context.uri, node),
  };
}

/** “三公”经费: the quotes are part of the name. */
const beginsWithQuotedWord = /^“[^“”]+”[^“”]/;

/** Most names are written as they are compared. */
const mayDiffer = /[“”"()０-９\\]/;

/** A name as it is compared: without quotes around it, with full-width parentheses, half-width digits. */
export function normalizeName(name: string): string {
  if (!mayDiffer.test(name)) return name;
  return (beginsWithQuotedWord.test(name) ? name : unquote(name))
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
