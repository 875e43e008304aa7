import { nearestNames, type Origin, richTextSource, type TemplateNode } from '@fiscal/core';
import { type LoweringContext, report } from '../lower/context.js';
import type { TemplateChange } from '../lower/template-changes.js';

/** What a template made from another one has of its own. */
export interface OwnContent {
  /** Each replaces what has the same title in the base. */
  content: readonly TemplateNode[];
  changes: readonly TemplateChange[];
}

/**
 * The content of the base with the changes made in it: titles say what is meant, wherever it stands.
 * What the base does not have is reported and left out.
 */
export function changeContent(
  base: readonly TemplateNode[],
  { content, changes }: OwnContent,
  context: LoweringContext,
): TemplateNode[] {
  const omitted = changes.find((change) => change.kind === 'omit-all');
  if (omitted && omitted.name === everything) return [...content];
  if (omitted) reportUnknown(context, omitted.name, omitted.origin, [everything]);
  let changed = [...base];
  for (const node of content) changed = replace(changed, node, context);
  for (const change of changes) changed = apply(changed, change, context);
  return changed;
}

/** 不列 全部: nothing of the base's content. */
const everything = '全部';

function replace(nodes: TemplateNode[], own: TemplateNode, context: LoweringContext): TemplateNode[] {
  const name = nameOf(own);
  const isMeant = (node: TemplateNode) => node.kind === own.kind && nameOf(node) === name;
  if (name === undefined) {
    report(context, 'Z027', 'error', own.origin, 'unplaced-content', {});
    return nodes;
  }
  return change(nodes, isMeant, () => [own], { context, name, origin: own.origin, kind: own.kind });
}

function apply(nodes: TemplateNode[], made: TemplateChange, context: LoweringContext): TemplateNode[] {
  if (made.kind === 'omit-all') return nodes;
  const title = made.kind === 'omit' ? made.title : made.anchor;
  const name = richTextSource(title);
  const isMeant = (node: TemplateNode) => titleOf(node) === name;
  const result = (node: TemplateNode) => {
    if (made.kind === 'omit') return [];
    return made.side === 'before' ? [...made.content, node] : [node, ...made.content];
  };
  return change(nodes, isMeant, result, { context, name, origin: title.origin });
}

interface Sought {
  context: LoweringContext;
  name: string;
  origin: Origin;
  /** Only nodes of this kind are meant. */
  kind?: TemplateNode['kind'];
}

function change(
  nodes: TemplateNode[],
  isMeant: (node: TemplateNode) => boolean,
  result: (node: TemplateNode) => TemplateNode[],
  { context, name, origin, kind }: Sought,
): TemplateNode[] {
  let found = false;
  const visit = (node: TemplateNode): TemplateNode[] => {
    if (!isMeant(node)) return [withInner(node, (inner) => inner.flatMap(visit))];
    found = true;
    return result(node);
  };
  const changed = nodes.flatMap(visit);
  if (!found) reportUnknown(context, name, origin, titlesIn(nodes, kind));
  return changed;
}

function withInner(
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

/** Parts, sections, tables and charts are known by their titles; there is one cover and one list of contents. */
function nameOf(node: TemplateNode): string | undefined {
  if (node.kind === 'cover') return '封面';
  return node.kind === 'contents' ? '目录' : titleOf(node);
}

function titleOf(node: TemplateNode): string | undefined {
  return 'title' in node ? richTextSource(node.title) : undefined;
}

function titlesIn(nodes: readonly TemplateNode[], kind?: TemplateNode['kind']): string[] {
  return nodes.flatMap((node): string[] => {
    const title = kind === undefined || node.kind === kind ? titleOf(node) : undefined;
    return [...(title ? [title] : []), ...titlesIn(innerOf(node), kind)];
  });
}

function innerOf(node: TemplateNode): readonly TemplateNode[] {
  if (node.kind === 'choice') return [...node.then, ...node.otherwise];
  return 'content' in node && node.kind !== 'paragraph' ? node.content : [];
}

function reportUnknown(
  context: LoweringContext,
  name: string,
  origin: Origin,
  known: readonly string[],
): void {
  report(context, 'Z027', 'error', origin, 'unknown-title', { name }, nearestNames(name, known));
}
