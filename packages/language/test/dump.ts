import {
  type AstNode,
  type CstNode,
  isAstNode,
  isCompositeCstNode,
  isLeafCstNode,
  type ParseResult,
} from 'langium';

/** All that a result holds: the elements with their values, and every word and comment with its place. */
export function dump({ value, lexerErrors, parserErrors }: ParseResult): unknown {
  return { elements: elementOf(value), words: nodeOf(value.$cstNode!), lexerErrors, parserErrors };
}

export function elementOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(elementOf);
  if (!isAstNode(value)) return value;
  const { $cstNode, $container, $document, ...rest } = value as AstNode & { $document?: unknown };
  const { offset, end, range } = $cstNode ?? {};
  const properties = Object.entries(rest).map(([key, one]) => [key, elementOf(one)]);
  return { ...Object.fromEntries(properties), in: $container?.$type, offset, end, range };
}

function nodeOf(node: CstNode): unknown {
  const { offset, end, range, text } = node;
  const place = { offset, end, range, text, of: node.astNode.$type };
  if (isLeafCstNode(node)) return { ...place, hidden: node.hidden, type: node.tokenType.name };
  return { ...place, content: isCompositeCstNode(node) ? node.content.map(nodeOf) : [] };
}
