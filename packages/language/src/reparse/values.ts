import type { CstNode, LeafCstNode } from 'langium';
import { ownNodes, propertyFilledBy } from '../syntax/own-nodes.js';

/** Gives the property that a leaf fills the words that now stand there. */
export function refreshValue(leaf: LeafCstNode, words: string): void {
  const filling = fillingNode(leaf);
  const element = filling.astNode as unknown as Record<string, unknown>;
  const property = propertyFilledBy(filling);
  const value = element[property];
  if (typeof value === 'string') element[property] = words;
  else if (Array.isArray(value)) value[indexOf(filling, property)] = words;
}

/** 单位 name=Name: the leaf stands below the rule whose words are the name. */
function fillingNode(leaf: LeafCstNode): CstNode {
  let node: CstNode = leaf;
  while (propertyFilledBy(node) === '' && node.container) node = node.container;
  return node;
}

/** Which of the values of a property a node gave. */
function indexOf(filling: CstNode, property: string): number {
  const all = [...ownNodes(filling.astNode.$cstNode)].filter((node) => propertyFilledBy(node) === property);
  return all.indexOf(filling);
}
