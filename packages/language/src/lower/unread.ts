import type { FactBase, Finding, Subject } from '@fiscal/core';
import type { AstNode } from 'langium';
import { conflictingBlocks } from './conflicting-blocks.js';
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
  text: string,
): void {
  for (const line of unread) base.unread.lines.add(line);
  const isOutside = ({ origin }: Finding) => !items.some((item) => covers(item, origin.range.start.line));
  const conflicts = findings.filter((finding) => isConflict(finding) && isOutside(finding));
  const concerned = findings.some(isOfBrace)
    ? [base.root]
    : conflicts.flatMap((one) => blocksOf(one, base, text));
  for (const block of concerned) base.unread.blocks.add(block);
}

/** A mark alone hides nothing. */
function isConflict({ rule, data }: Finding): boolean {
  return rule === 'Z030' && !(data.kind === 'message' && data.code === 'left-mark');
}

/** What the versions are about, or else the whole report. */
function blocksOf({ origin }: Finding, base: FactBase, text: string): Subject[] {
  const start = offsetOfLine(text, origin.range.start.line);
  return conflictingBlocks(text, start, base) ?? [base.root];
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let at = 0; at < line; at++) offset = text.indexOf('\n', offset) + 1;
  return offset;
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
