import { isOutdatedAttribute, isRate } from '@fiscal/core';
import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';

/** Whatever carries figures: items, lines, units, projects, indicators, blocks. */
export interface Body {
  node: AstNode;
  figures: readonly ast.Figure[];
  /** On its line and in its braces. */
  details: readonly ast.Detail[];
  /** Whatever else stands in its braces. */
  others: readonly ast.Member[];
}

/** A node with what it states itself; undefined for nodes that state nothing. */
export function bodyOf(node: AstNode): Body | undefined {
  const { figures = [], details = [], members = [] } = node as Partial<ast.Item>;
  if (!('details' in node || 'members' in node)) return undefined;
  return {
    node,
    figures,
    details: [...details, ...members.filter(ast.isDetail)],
    others: members.filter((member) => !ast.isDetail(member)),
  };
}

/** What next year has no use for: it follows from other figures, or speaks of the old ones alone. */
export function isOutdated(detail: ast.Detail): boolean {
  if (ast.isMeasure(detail)) return isRate(detail.measure);
  return ast.isAttribute(detail) && isOutdatedAttribute(detail.attribute);
}

/** A text that is worth a look when the new one is written. */
export function isReason(detail: ast.Detail): boolean {
  return ast.isAttribute(detail) && detail.attribute !== '等级';
}

/** An item of which nothing would be left but its name, which would say 未填: 总计 原因 "……". */
export function isEmptied(node: AstNode): boolean {
  const isItem =
    ast.isItem(node) || ast.isThreePublicItem(node) || ast.isLine(node) || ast.isExpenditureLine(node);
  const body = isItem ? bodyOf(node) : undefined;
  if (!body || body.figures.length > 0 || body.others.length > 0) return false;
  return body.details.length > 0 && body.details.every(isOutdated);
}

export function givesReason(node: AstNode): boolean {
  return bodyOf(node)?.details.some(isReason) ?? false;
}
