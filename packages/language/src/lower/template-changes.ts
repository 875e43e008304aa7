import type { ColumnNode, Origin, RichText, RowNode, TemplateNode, TextNode } from '@fiscal/core';
import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { type LoweringContext, report } from './context.js';
import { normalizeName } from './expressions.js';
import { inOrder, withLets } from './lets.js';
import { originOf, originOfProperty } from './origins.js';
import { chosen, type PlacedItem, unfold } from './table-forms.js';
import { lowerColumn, lowerNodes, lowerRow, lowerTextBody } from './templates.js';
import { lowerText } from './texts.js';

export type Side = 'before' | 'after';

/** What 不列 may be said of. */
export type NamedKind = 'part' | 'section' | 'table' | 'chart' | 'paragraph' | 'column' | 'row';

const kinds: Record<NonNullable<ast.Omission['kind']>, NamedKind> = {
  部分: 'part',
  节: 'section',
  表: 'table',
  图: 'chart',
  段: 'paragraph',
  列: 'column',
  行: 'row',
};

/** What a template says of the one that it is made from, besides what it replaces by title. */
export type TemplateChange =
  /** `of`: only what is of this kind. */
  | { kind: 'omit'; title: RichText; of?: NamedKind }
  | { kind: 'omit-all'; name: string; origin: Origin }
  | { kind: 'omit-rule'; rule: string; origin: Origin }
  | { kind: 'add'; anchor: RichText; side: Side; content: ChangedContent }
  /** 改名, 移到: another title, another place, or both. */
  | { kind: 'move'; anchor: RichText; title?: RichText; to?: { target: RichText; side: Side } }
  /** 换成: other words in its sentences. */
  | { kind: 'reword'; words: RichText; text: RichText }
  /** 里: changes of what stands below one title. */
  | { kind: 'within'; anchor: RichText; content: ChangedContent; changes: TemplateChange[] };

/** What stands in the braces of a change: blocks, or what belongs to a table. */
export interface ChangedContent {
  nodes: TemplateNode[];
  columns: ColumnNode[];
  rows: RowNode[];
  notes: TextNode[][];
  empty?: TextNode[];
  label?: RichText;
}

export function lowerChanges(context: LoweringContext, node: ast.Template): TemplateChange[] {
  return changesIn(context, node.items);
}

function changesIn(context: LoweringContext, items: readonly AstNode[]): TemplateChange[] {
  return inOrder(context, items, (inner, item): TemplateChange[] => {
    if (ast.isOmission(item)) return [lowerOmission(inner, item)];
    return ast.isChange(item) ? lowerChange(inner, item) : [];
  });
}

function lowerOmission(context: LoweringContext, node: ast.Omission): TemplateChange {
  if (node.title)
    return {
      kind: 'omit',
      title: lowerText(context, node.title),
      ...(node.kind && { of: kinds[node.kind] }),
    };
  if (node.rule) {
    return { kind: 'omit-rule', rule: node.rule, origin: originOfProperty(context.uri, node, 'rule') };
  }
  const origin = node.all ? originOfProperty(context.uri, node, 'all') : originOf(context.uri, node);
  return { kind: 'omit-all', name: normalizeName(node.all ?? ''), origin };
}

function lowerChange(context: LoweringContext, node: ast.Change): TemplateChange[] {
  const anchor = lowerText(context, node.anchor);
  const title = node.title && lowerText(context, node.title);
  if (node.isWithin)
    return [
      {
        kind: 'within',
        anchor,
        content: lowerContent(context, node.items),
        changes: changesIn(context, node.items),
      },
    ];
  if (node.words) return [{ kind: 'reword', words: anchor, text: lowerText(context, node.words) }];
  const side: Side = node.side === '之前' ? 'before' : 'after';
  if (title || node.target) {
    const to = node.target && { target: lowerText(context, node.target), side };
    return [{ kind: 'move', anchor, ...(title && { title }), ...(to && { to }) }];
  }
  return node.side ? [{ kind: 'add', anchor, side, content: lowerContent(context, node.items) }] : [];
}

/** What belongs to a table; panels are the whole of one. */
function unfoldHere(context: LoweringContext, items: readonly AstNode[]): PlacedItem<ast.TableItem>[] {
  const own = unfold(context, items.filter(ast.isTableItem));
  for (const { node, usedAt = originOf(context.uri, node) } of chosen(own, ast.isPanel))
    report(context, 'Z027', 'error', usedAt, 'inside-table', {});
  return own;
}

/** What a 照 brings is told of where that stands. */
function placed<Node extends AstNode, Lowered extends { origin: Origin }>(
  { node, context, usedAt }: PlacedItem<Node & ast.TableItem>,
  lower: (context: LoweringContext, node: Node) => Lowered[],
): Lowered[] {
  const lowered = lower(context, node);
  return usedAt ? lowered.map((each) => ({ ...each, origin: usedAt })) : lowered;
}

function lowerContent(outer: LoweringContext, items: readonly AstNode[]): ChangedContent {
  const own = unfoldHere(outer, items);
  const empty = own.find((item): item is PlacedItem<ast.EmptyStatement> => ast.isEmptyStatement(item.node));
  const label = items.find(ast.isTableLabel)?.label;
  const context = withLets(outer, items);
  return {
    nodes: lowerNodes(outer, items.filter(ast.isTemplateNode)),
    columns: chosen(own, ast.isColumnNode).flatMap((each) => placed(each, lowerColumn)),
    rows: chosen(own, ast.isRowNode).flatMap((each) => placed(each, lowerRow)),
    notes: chosen(own, ast.isNote).map((note) => lowerTextBody(note.context, note.node)),
    ...(empty && { empty: lowerTextBody(empty.context, empty.node) }),
    ...(label && { label: lowerText(context, label) }),
  };
}
