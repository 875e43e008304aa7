import type { Origin, Range } from '@fiscal/core';
import { AstUtils, GrammarAST, isCompositeCstNode, type AstNode, type CstNode } from 'langium';

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a node stands; the start of the file when the parser could not keep it. */
export function originOf(uri: string, node: AstNode | undefined): Origin {
  return { uri, range: rangeOf(node?.$cstNode) };
}

/** Where one property of a node stands; the node itself when the property has no text of its own. */
export function originOfProperty(uri: string, node: AstNode, property: string, index = 0): Origin {
  return { uri, range: rangeOf(nodeOfProperty(node.$cstNode, property, index) ?? node.$cstNode) };
}

/**
 * As Langium's findNodeForProperty, which looks through the whole tree below a node: properties of a node
 * stand directly below it or below the rules that it came through, and which property an element of the
 * grammar fills never changes.
 */
function nodeOfProperty(node: CstNode | undefined, property: string, index: number): CstNode | undefined {
  let seen = 0;
  for (const child of ownNodes(node)) {
    if (propertyFilledBy(child.grammarSource) === property && seen++ === index) return child;
  }
  return undefined;
}

/** The nodes that fill properties: a member that is an item is one node inside another. */
function* ownNodes(node: CstNode | undefined): Generator<CstNode> {
  if (!node || !isCompositeCstNode(node)) return;
  for (const child of node.content) {
    if (propertyFilledBy(child.grammarSource) === '' && child.astNode === node.astNode)
      yield* ownNodes(child);
    else yield child;
  }
}

const properties = new WeakMap<GrammarAST.AbstractElement, string>();

function propertyFilledBy(element: GrammarAST.AbstractElement | undefined): string {
  if (!element) return '';
  let property = properties.get(element);
  if (property === undefined) {
    property = AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature ?? '';
    properties.set(element, property);
  }
  return property;
}

function rangeOf(node: CstNode | undefined): Range {
  if (!node) return nowhere;
  const { start, end } = node.range;
  return { start, end };
}
