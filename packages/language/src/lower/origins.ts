import { isOfLibrary, type Origin, type Range } from '@fiscal/core';
import type { AstNode, CstNode } from 'langium';
import { ownNodes, propertyFilledBy } from '../syntax/own-nodes.js';

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a node stands; the start of the file when the parser could not keep it. */
export function originOf(uri: string, node: AstNode | undefined): Origin {
  return { uri, range: rangeOf(node?.$cstNode) };
}

/** Where one property of a node stands; the node itself when the property has no text of its own. */
export function originOfProperty(uri: string, node: AstNode, property: string, index = 0): Origin {
  return { uri, range: rangeOf(nodeOfProperty(node.$cstNode, property, index) ?? node.$cstNode) };
}

/** What an author wrote as a definition; the library's are never compared with another version. */
export function writtenOf({ uri }: { uri: string }, { $cstNode }: AstNode): { written?: string } {
  return $cstNode && !isOfLibrary({ uri }) ? { written: $cstNode.text } : {};
}

/** As Langium's findNodeForProperty, which looks through the whole tree below a node. */
function nodeOfProperty(node: CstNode | undefined, property: string, index: number): CstNode | undefined {
  let seen = 0;
  for (const child of ownNodes(node)) {
    if (propertyFilledBy(child) === property && seen++ === index) return child;
  }
  return undefined;
}

function rangeOf(node: CstNode | undefined): Range {
  if (!node) return nowhere;
  const { start, end } = node.range;
  return { start, end };
}
