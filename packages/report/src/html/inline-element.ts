import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Inline } from '../document/document.js';
import { isAllowedTarget } from '../document/link-target.js';
import { joinLines } from '../document/soft-breaks.js';

/** Running text as elements; text is escaped when they are written, and never breaks a line of its own. */
export function inlineElements(content: Inline[]): ElementContent[] {
  return joinLines(content).flatMap(inlineElement);
}

function inlineElement(inline: Inline): ElementContent[] {
  switch (inline.kind) {
    case 'text':
      return [{ type: 'text', value: inline.text }];
    case 'figure':
      return inline.path === undefined
        ? [{ type: 'text', value: inline.text }]
        : [h('span', { className: 'figure', dataPath: inline.path }, inline.text)];
    case 'strong':
      return [h('strong', inlineElements(inline.content))];
    case 'emphasis':
      return [h('em', inlineElements(inline.content))];
    case 'code':
      return [h('code', inline.text)];
    case 'break':
      return [h('br')];
    case 'link':
      return link(inline.target, inlineElements(inline.content));
  }
}

function link(target: string, content: ElementContent[]): ElementContent[] {
  return isAllowedTarget(target) ? [h('a', { href: target }, content)] : content;
}
