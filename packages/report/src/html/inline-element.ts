import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Inline } from '../document/document.js';
import { isAllowedTarget } from '../document/link-target.js';
import { joinLines } from '../document/soft-breaks.js';
import type { MarkProperties, Marks } from './marks.js';

/** Running text as elements; text is escaped when they are written, and never breaks a line of its own. */
export function inlineElements(content: Inline[], marks: Marks): ElementContent[] {
  return joinLines(content).flatMap((inline) => inlineElement(inline, marks));
}

function inlineElement(inline: Inline, marks: Marks): ElementContent[] {
  switch (inline.kind) {
    case 'text':
      return [{ type: 'text', value: inline.text }];
    case 'figure':
      return [figure(inline, marks.figure(inline))];
    case 'strong':
      return [h('strong', inlineElements(inline.content, marks))];
    case 'emphasis':
      return [h('em', inlineElements(inline.content, marks))];
    case 'code':
      return [h('code', inline.text)];
    case 'break':
      return [h('br')];
    case 'link':
      return link(inline.target, inlineElements(inline.content, marks));
  }
}

/** What neither a fact nor a mark stands behind is text like any other. */
function figure(
  { text, path, isOpen }: Extract<Inline, { kind: 'figure' }>,
  marked: MarkProperties,
): ElementContent {
  const isMarked = path !== undefined || isOpen || Object.keys(marked).length > 0;
  if (!isMarked) return { type: 'text', value: text };
  const { className = [], ...others } = marked;
  const classes = ['figure', ...(isOpen ? ['unfilled'] : []), ...[className].flat()];
  return h('span', { className: classes, dataPath: path, ...others }, text);
}

function link(target: string, content: ElementContent[]): ElementContent[] {
  return isAllowedTarget(target) ? [h('a', { href: target }, content)] : content;
}
