import { nearestNames, type Origin } from '@fiscal/core';
import type * as langium from 'langium';
import * as ast from '../generated/ast.js';
import { type LoweringContext, report } from './context.js';
import { lowerExpression, normalizeName } from './expressions.js';
import { withLets } from './lets.js';
import { originOf, originOfProperty } from './origins.js';

/** 表样 by name: of the file at hand, and of the library. */
export type TableForms = ReadonlyMap<string, TableForm>;

export interface TableForm {
  node: ast.TableForm;
  uri: string;
}

/** What stands in a table, and what its names mean there. */
export interface PlacedItem<Node extends langium.AstNode> {
  node: Node;
  context: LoweringContext;
  /** Of the 照 that brought it here. */
  usedAt?: Origin;
}

export function tableFormsIn(uri: string, elements: readonly ast.Element[]): TableForms {
  const forms = elements.filter(ast.isTableForm).filter(({ name }) => name !== undefined);
  return new Map(forms.map((node) => [normalizeName(node.name), { node, uri }]));
}

/** The items of a table, those of a 表样 where it is used. */
export function unfold(outer: LoweringContext, items: readonly ast.TableItem[]): PlacedItem<ast.TableItem>[] {
  const context = withLets(outer, items);
  return items.flatMap((node) => (ast.isTableUse(node) ? used(context, node) : [{ node, context }]));
}

export function chosen<Node extends ast.TableItem>(
  items: readonly PlacedItem<ast.TableItem>[],
  isChosen: (node: ast.TableItem) => node is Node,
): PlacedItem<Node>[] {
  return items.filter((item): item is PlacedItem<Node> => isChosen(item.node));
}

/** What an author of a 表样 wrote that no table follows yet. */
export function formsWithoutUse(
  { usedForms, uri }: LoweringContext,
  elements: readonly ast.Element[],
): ast.TableForm[] {
  const own = [...tableFormsIn(uri, elements).values()].map(({ node }) => node);
  return own.filter(({ name }) => !usedForms.has(normalizeName(name)));
}

function used(context: LoweringContext, node: ast.TableUse): PlacedItem<ast.TableItem>[] {
  const name = normalizeName(node.form ?? '');
  context.usedForms.add(name);
  const form = context.forms.named(name);
  const origin = originOfProperty(context.uri, node, 'form');
  if (!form) {
    const names = context.forms.names();
    report(context, 'Z044', 'error', origin, 'unknown-table-form', { name }, nearestNames(name, names));
    return [];
  }
  if (context.within?.includes(name)) {
    report(context, 'Z044', 'error', origin, 'table-form-cycle', { name });
    return [];
  }
  const parameters = form.node.parameters.map(normalizeName);
  if (parameters.length !== node.arguments.length) {
    const wanted = parameters.length === 0 ? '' : `：${parameters.join('、')}`;
    const count = String(parameters.length);
    report(context, 'Z044', 'error', originOf(context.uri, node), 'table-form-arguments', {
      name,
      count,
      wanted,
    });
    return [];
  }
  const given = parameters.flatMap((parameter, index) => {
    const value = lowerExpression(context, node.arguments[index]);
    return value ? [[parameter, value] as const] : [];
  });
  const inner = {
    ...context,
    uri: form.uri,
    lets: new Map(given),
    within: [...(context.within ?? []), name],
  };
  return unfold(inner, form.node.items).map((item) => ({ ...item, usedAt: originOf(context.uri, node) }));
}
