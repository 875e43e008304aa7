import type { Origin, RichText, TemplateNode } from '@fiscal/core';
import * as ast from '../generated/ast.js';
import type { LoweringContext } from './context.js';
import { normalizeName } from './expressions.js';
import { originOf, originOfProperty } from './origins.js';
import { lowerNodes } from './templates.js';
import { lowerText } from './texts.js';

/** What a template says of the one that it is made from, besides what it replaces by title. */
export type TemplateChange =
  | { kind: 'omit'; title: RichText }
  | { kind: 'omit-all'; name: string; origin: Origin }
  | { kind: 'add'; anchor: RichText; side: 'before' | 'after'; content: TemplateNode[] };

export function lowerChanges(context: LoweringContext, node: ast.Template): TemplateChange[] {
  return node.items.flatMap((item): TemplateChange[] => {
    if (ast.isOmission(item)) return [lowerOmission(context, item)];
    return ast.isAddition(item) ? [lowerAddition(context, item)] : [];
  });
}

function lowerOmission(context: LoweringContext, node: ast.Omission): TemplateChange {
  if (node.title) return { kind: 'omit', title: lowerText(context, node.title) };
  const origin = node.all ? originOfProperty(context.uri, node, 'all') : originOf(context.uri, node);
  return { kind: 'omit-all', name: normalizeName(node.all ?? ''), origin };
}

function lowerAddition(context: LoweringContext, node: ast.Addition): TemplateChange {
  return {
    kind: 'add',
    anchor: lowerText(context, node.anchor),
    side: node.side === '之前' ? 'before' : 'after',
    content: lowerNodes(context, node.content),
  };
}
