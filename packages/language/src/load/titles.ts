import { richTextSource, type TemplateNode } from '@fiscal/core';

/** The node with what stands in it mapped. */
export function withInner(
  node: TemplateNode,
  map: (nodes: readonly TemplateNode[]) => TemplateNode[],
): TemplateNode {
  switch (node.kind) {
    case 'cover':
    case 'contents':
    case 'part':
    case 'section':
    case 'list':
    case 'repeat':
      return { ...node, content: map(node.content) };
    case 'choice':
      return { ...node, then: map(node.then), otherwise: map(node.otherwise) };
    default:
      return node;
  }
}

/** There is one cover and one list of contents; everything else is known by its title. */
export function nameOf(node: TemplateNode): string | undefined {
  if (node.kind === 'cover') return '封面';
  return node.kind === 'contents' ? '目录' : titleOf(node);
}

/** Parts, sections, tables and charts have titles; a paragraph may have a name. */
export function titleOf(node: TemplateNode): string | undefined {
  if ('title' in node) return richTextSource(node.title);
  return node.kind === 'paragraph' && node.name ? richTextSource(node.name) : undefined;
}

/** What a change may name, in the order of the page. */
export function namesIn(nodes: readonly TemplateNode[], kind?: TemplateNode['kind']): string[] {
  return mapNodes(nodes, (node) => (kind === undefined || node.kind === kind ? titleOf(node) : undefined));
}

/** What is made of each node, and of each in it; nothing where it is undefined. */
export function mapNodes<T>(
  nodes: readonly TemplateNode[],
  make: (node: TemplateNode) => T | undefined,
): T[] {
  return nodes.flatMap((node): T[] => {
    const made = make(node);
    return [...(made === undefined ? [] : [made]), ...mapNodes(innerOf(node), make)];
  });
}

function innerOf(node: TemplateNode): readonly TemplateNode[] {
  if (node.kind === 'choice') return [...node.then, ...node.otherwise];
  return 'content' in node && node.kind !== 'paragraph' ? node.content : [];
}
