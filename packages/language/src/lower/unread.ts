import type { FactBase, Finding, Subject } from '@fiscal/core';
import type { AstNode } from 'langium';
import type { LoweringContext } from './context.js';

/**
 * Takes down which block of a report an item was lowered to, where something in it could not be read: what the
 * block's figures come to is then not known.
 */
export function markUnread(
  context: LoweringContext,
  base: FactBase,
  node: AstNode,
  block: Subject | undefined,
  found: readonly Finding[],
): void {
  for (const finding of found.filter(isUnreadable)) base.unread.lines.add(finding.origin.range.start.line);
  if (block && (found.some(isUnreadable) || hasUnreadLine(context, node) || isBehindUnread(base, node)))
    base.unread.blocks.add(block);
}

/**
 * Where braces do not match, nobody knows what stands in which block; nor what two versions of whole blocks said
 * between which git left its marks.
 */
export function markUnreadWhole(
  { unread, findings }: LoweringContext,
  base: FactBase,
  items: readonly AstNode[],
): void {
  for (const line of unread) base.unread.lines.add(line);
  const isOutside = ({ origin }: Finding) => !items.some((item) => covers(item, origin.range.start.line));
  if (findings.some((finding) => isOfBrace(finding) || (finding.rule === 'Z030' && isOutside(finding))))
    base.unread.blocks.add(base.root);
}

function isUnreadable({ rule, severity }: Finding): boolean {
  return rule.startsWith('Z') && severity === 'error';
}

/** What the indentation told of is mended. */
function isOfBrace({ rule, data }: Finding): boolean {
  if (data.kind !== 'message') return false;
  return data.code === 'superfluous-brace' || (rule === 'Z001' && data.code.endsWith('brace'));
}

function hasUnreadLine({ unread }: LoweringContext, node: AstNode): boolean {
  const range = node.$cstNode?.range;
  return range !== undefined && unread.isAmong(range.start.line, range.end.line);
}

/** 支岀 一般公共预算 {: the item before it on the line was not read. */
function isBehindUnread({ unread }: FactBase, { $cstNode: node }: AstNode): boolean {
  return node !== undefined && unread.lines.has(node.range.start.line);
}

function covers({ $cstNode: node }: AstNode, line: number): boolean {
  return node !== undefined && node.range.start.line <= line && line <= node.range.end.line;
}
