import type { PhrasingContent } from 'mdast';
import type { Inline } from '../document/document.js';
import { isAllowedTarget } from '../document/link-target.js';
import { joinLines } from '../document/soft-breaks.js';
import { attentionForms } from './attention.js';

/** Running text as Markdown's tree; escaping is left to the library that writes it. */
export function inlineNodes(content: Inline[]): PhrasingContent[] {
  return trimmed(merged(nodesOf(joinLines(content), false)));
}

function nodesOf(content: Inline[], nested: boolean): PhrasingContent[] {
  return content.flatMap((_, index) => nodeOf(content, index, nested));
}

function nodeOf(content: Inline[], index: number, nested: boolean): PhrasingContent[] {
  const inline = content[index]!;
  switch (inline.kind) {
    case 'text':
    case 'figure':
      return [{ type: 'text', value: inline.text }];
    case 'code':
      return [{ type: 'inlineCode', value: inline.text }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return link(inline.target, merged(nodesOf(inline.content, true)));
    case 'strong':
    case 'emphasis':
      return attention(inline.kind, inline.content, attentionForms(content, index, nested));
  }
}

function link(target: string, children: PhrasingContent[]): PhrasingContent[] {
  if (!isAllowedTarget(target)) return children;
  return [{ type: 'link', url: target, children: children as never }];
}

/**
 * `**规范化运营。**为` is no emphasis in GFM, whose rules count on spaces between words:
 * tags say it where asterisks would stay visible.
 */
function attention(kind: 'strong' | 'emphasis', content: Inline[], forms: boolean): PhrasingContent[] {
  const children = merged(nodesOf(content, true));
  if (children.length === 0) return [];
  if (forms) return [{ type: kind, children }];
  const tag = kind === 'strong' ? 'strong' : 'em';
  return [{ type: 'html', value: `<${tag}>` }, ...children, { type: 'html', value: `</${tag}>` }];
}

/** Neighbouring texts become one: escaping must see `1` and `. ` together. */
function merged(nodes: PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type !== 'text' || node.value !== '') result.push({ ...node });
  }
  return result;
}

/** Blanks around a paragraph mean nothing, but would have to be written as character references; full-width ones indent. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first?.type === 'text') first.value = first.value.replace(/^[^\S\u3000]+/, '');
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}
