import {
  AstUtils,
  type AstNode,
  type CstNode,
  CstUtils,
  GrammarAST,
  type LangiumDocument,
  type LeafCstNode,
} from 'langium';
import type { Position } from 'vscode-languageserver';

const wordStart = /^[\u4e00-\u9fff\u3400-\u4dbf\ud840-\ud8bfA-Za-z0-9０-９"“《_]/;

/** The word of the source at a position; behind the last letter of a word is still that word, before it a sign. */
export function leafAt(document: LangiumDocument, position: Position): LeafCstNode | undefined {
  const root = document.parseResult.value.$cstNode;
  if (!root) return undefined;
  const offset = document.textDocument.offsetAt(position);
  const at = CstUtils.findLeafNodeAtOffset(root, offset);
  if (at && wordStart.test(at.text)) return at;
  const before = CstUtils.findLeafNodeAtOffset(root, offset - 1);
  return before?.end === offset && (!at || wordStart.test(before.text)) ? before : at;
}

/** The nearest node of a kind that a word belongs to. */
export function nodeAround<T extends AstNode>(
  leaf: LeafCstNode | undefined,
  isKind: (node: unknown) => node is T,
): T | undefined {
  return leaf && AstUtils.getContainerOfType(leaf.astNode, isKind);
}

/** The property of its node that a word fills, itself or as part of a name: name, code, rule … */
export function propertyOf(leaf: LeafCstNode): string | undefined {
  let node: CstNode | undefined = leaf;
  while (node && node.astNode === leaf.astNode) {
    const property =
      node.grammarSource && AstUtils.getContainerOfType(node.grammarSource, GrammarAST.isAssignment);
    if (property) return property.feature;
    node = node.container;
  }
  return undefined;
}
