import type { AstNode } from 'langium';

/** All that stands in the same list of a block, itself among it. */
export function siblingsOf({ $container, $containerProperty }: AstNode): AstNode[] {
  const all = ($container as unknown as Record<string, unknown> | undefined)?.[$containerProperty ?? ''];
  return Array.isArray(all) ? (all as AstNode[]) : [];
}
