import { type Expression, innerExpressions, type PathSegment } from '@fiscal/core';
import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { type LoweringContext, report } from './context.js';
import { lowerExpression, normalizeName } from './expressions.js';
import { originOf } from './origins.js';

/**
 * What 令 names, at one place of a template: the name is replaced where it is used. 'hidden': the formula speaks of a
 * variable of whose name there is another one by now.
 */
export type Lets = ReadonlyMap<string, Expression | 'hidden'>;

/** The context of what follows a 令. */
export function withLet(context: LoweringContext, node: ast.Let): LoweringContext {
  const value = lowerExpression(context, node.value);
  if (!value || !node.variable) return context;
  return withLetValue(context, node.variable, value);
}

export function withLetValue(context: LoweringContext, name: string, value: Expression): LoweringContext {
  return { ...context, lets: new Map([...(context.lets ?? []), [normalizeName(name), value]]) };
}

export function withLets(context: LoweringContext, nodes: readonly AstNode[]): LoweringContext {
  return nodes.flatMap(letsAround).reduce(withLet, context);
}

/**
 * What a node names for those around it. 行每 without braces has no inside: a 令 behind it is for the columns, which
 * fill its rows, and for the rows that follow.
 */
function letsAround(node: AstNode): ast.Let[] {
  if (ast.isLet(node)) return [node];
  return ast.isRowRepeat(node) && node.content.length === 0 ? node.lets : [];
}

/** The context in which these names are variables. */
export function withVariablesOf(
  context: LoweringContext,
  names: readonly (string | undefined)[],
): LoweringContext {
  if (!context.lets) return context;
  const lets = [...context.lets].filter(([name]) => !names.includes(name));
  return {
    ...context,
    lets: new Map(lets.map(([name, value]) => [name, isOfOther(value, names) ? 'hidden' : value])),
  };
}

function isOfOther(value: Expression | 'hidden', names: readonly (string | undefined)[]): boolean {
  return value === 'hidden' || rootsOf(value).some((root) => names.includes(root));
}

/** Nodes in order, each seeing the 令 before it. */
export function inOrder<Node extends AstNode, Made>(
  context: LoweringContext,
  nodes: readonly Node[],
  lower: (context: LoweringContext, node: Node) => Made[],
): Made[] {
  let inner = context;
  return nodes.flatMap((node) => {
    const made = ast.isLet(node) ? [] : lower(inner, node);
    inner = letsAround(node).reduce(withLet, inner);
    return made;
  });
}

/** What a path stands for that begins with a name of 令; undefined for any other. */
export function letOf(
  context: LoweringContext,
  [first, ...rest]: readonly PathSegment[],
  path: ast.Path,
): Expression | undefined {
  const value = first && context.lets?.get(first.name);
  if (value === undefined) return undefined;
  const origin = originOf(context.uri, path);
  if (value === 'hidden') {
    report(context, 'Z041', 'error', origin, 'hidden-variable', { name: first!.name });
    return { kind: 'text', text: '', origin };
  }
  if (rest.length === 0) return { ...value, origin };
  if (value.kind === 'path') return { kind: 'path', segments: [...value.segments, ...rest], origin };
  report(context, 'Z041', 'error', rest[0]!.origin, 'no-part-of-formula', {
    name: first!.name,
    part: rest[0]!.name,
  });
  return { kind: 'text', text: '', origin };
}

/** What the paths of an expression begin with. */
function rootsOf(expression: Expression): string[] {
  if (expression.kind === 'path') return [expression.segments[0]!.name];
  return innerExpressions(expression).flatMap(rootsOf);
}
