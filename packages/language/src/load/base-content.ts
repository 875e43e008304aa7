import type { Origin, TemplateNode, TextNode } from '@fiscal/core';
import { type LoweringContext, report } from '../lower/context.js';
import { withInner } from './titles.js';

/** A replacement, in which 底本内容 is what the base has in the same place. */
export function filledFromBase(own: TemplateNode, base: TemplateNode): TemplateNode {
  if (own.kind === 'paragraph')
    return { ...own, content: filledTexts(own.content, base.kind === 'paragraph' ? base.content : []) };
  const content = 'content' in base && base.kind !== 'paragraph' ? base.content : [];
  return fill(own, content);
}

function fill(node: TemplateNode, content: readonly TemplateNode[]): TemplateNode {
  return withInner(node, (inner) =>
    inner.flatMap((each) => (originOfBase(each) ? [...content] : [fill(each, content)])),
  );
}

/** Running text, in which 底本内容 is that of the base. */
export function filledTexts(nodes: readonly TextNode[], content: readonly TextNode[]): TextNode[] {
  return eachText(nodes, (node) => (originOfBase(node) ? [...content] : undefined));
}

/** 底本内容 where nothing of a base is replaced is told, and stands for nothing. */
export function withoutBaseContent(nodes: readonly TemplateNode[], context: LoweringContext): TemplateNode[] {
  return nodes.flatMap((node): TemplateNode[] => {
    if (isStray(node, context)) return [];
    if (node.kind === 'paragraph') return [{ ...node, content: withoutBaseTexts(node.content, context) }];
    return [withInner(node, (inner) => withoutBaseContent(inner, context))];
  });
}

export function withoutBaseTexts(nodes: readonly TextNode[], context: LoweringContext): TextNode[] {
  return eachText(nodes, (node) => (isStray(node, context) ? [] : undefined));
}

function isStray(node: TemplateNode | TextNode, context: LoweringContext): boolean {
  const origin = originOfBase(node);
  if (origin) report(context, 'Z027', 'error', origin, 'stray-base-content', {});
  return origin !== undefined;
}

/** Where 底本内容 was written. */
function originOfBase(node: TemplateNode | TextNode): Origin | undefined {
  return node.kind === 'choice' && node.ofBase ? node.condition.origin : undefined;
}

function eachText(
  nodes: readonly TextNode[],
  result: (node: TextNode) => TextNode[] | undefined,
): TextNode[] {
  return nodes.flatMap((node): TextNode[] => {
    const made = result(node);
    if (made) return made;
    if (node.kind === 'repeat') return [{ ...node, content: eachText(node.content, result) }];
    if (node.kind !== 'choice') return [node];
    return [{ ...node, then: eachText(node.then, result), otherwise: eachText(node.otherwise, result) }];
  });
}
