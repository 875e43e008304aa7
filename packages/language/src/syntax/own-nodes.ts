import { AstUtils, GrammarAST, isCompositeCstNode, type CstNode } from 'langium';

/**
 * The nodes that fill properties of a syntax node's element. They stand directly below it or below the rules
 * that it came through: a member that is an item is one node inside another.
 */
export function* ownNodes(node: CstNode | undefined): Generator<CstNode> {
  if (!node || !isCompositeCstNode(node)) return;
  for (const child of node.content) {
    if (propertyFilledBy(child) === '' && child.astNode === node.astNode) yield* ownNodes(child);
    else yield child;
  }
}

const properties = new WeakMap<GrammarAST.AbstractElement, string>();

/** The property that a node fills; empty when it fills none. */
export function propertyFilledBy({ grammarSource: element }: CstNode): string {
  if (!element) return '';
  let property = properties.get(element);
  if (property === undefined) {
    // Which property an element of the grammar fills never changes.
    property = AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature ?? '';
    properties.set(element, property);
  }
  return property;
}
