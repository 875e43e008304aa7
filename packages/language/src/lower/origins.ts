import type { Origin, Range } from '@fiscal/core';
import { GrammarUtils, type AstNode, type CstNode } from 'langium';

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a node stands; the start of the file when the parser could not keep it. */
export function originOf(uri: string, node: AstNode | undefined): Origin {
  return { uri, range: rangeOf(node?.$cstNode) };
}

/** Where one property of a node stands; the node itself when the property has no text of its own. */
export function originOfProperty(uri: string, node: AstNode, property: string, index?: number): Origin {
  const found = GrammarUtils.findNodeForProperty(node.$cstNode, property, index);
  return { uri, range: rangeOf(found ?? node.$cstNode) };
}

export function rangeOf(node: CstNode | undefined): Range {
  if (!node) return nowhere;
  const { start, end } = node.range;
  return { start: { ...start }, end: { ...end } };
}
