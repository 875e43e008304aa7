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

/** What need not be stated again; undefined of a figure that is not stated. */
export type Follows = (figure: ast.Figure | undefined) => boolean;

/** A detail of which the new file has no use, or that follows from others there. */
export function isLeftOut(detail: ast.Detail, follows: Follows): boolean {
  return isOutdated(detail) || (ast.isMeasure(detail) && follows(detail.figure));
}

/** An item or a line, which may stand without braces. */
export function isEntry(node: AstNode): boolean {
  return ast.isItem(node) || ast.isThreePublicItem(node) || ast.isLine(node) || ast.isExpenditureLine(node);
}

/** An item of which nothing would be left but its name, which would say 未填: 总计 原因 "……". */
export function isEmptied(node: AstNode, follows: Follows): boolean {
  const body = isEntry(node) ? bodyOf(node) : undefined;
  if (!body || isBare(body)) return false;
  return (
    body.figures.every(follows) &&
    body.details.every((detail) => isLeftOut(detail, follows)) &&
    body.others.every((member) => isEmptied(member, follows))
  );
}

function isBare({ figures, details, others }: Body): boolean {
  return figures.length + details.length + others.length === 0;
}

/** It, or something in it that goes with it, has a text that is worth a look. */
export function givesReason(node: AstNode): boolean {
  const body = bodyOf(node);
  return body !== undefined && (body.details.some(isReasonGone) || body.others.some(givesReason));
}

function isReasonGone(detail: ast.Detail): boolean {
  return isReason(detail) && isOutdated(detail);
}
