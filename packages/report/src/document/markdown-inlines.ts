import type { PhrasingContent } from 'mdast';
import type { Inline } from './document.js';
import { splitEnumerated } from './enumerated-lines.js';
import { isAllowedTarget } from './link-target.js';
import { joinLines } from './soft-breaks.js';

/** What a text names elsewhere in itself, by identifier. */
export interface Definitions {
  /** Targets of reference links. */
  targets: Map<string, string>;
  /** Numbers of footnotes. */
  footnotes: Map<string, number>;
}

/** How a footnote is marked, at its place and before its text. */
export function footnoteMark(number: number): string {
  return `［${number}］`;
}

/** The running text of one heading or cell; images become their alternative text. */
export function markdownInlines(nodes: PhrasingContent[], definitions: Definitions): Inline[] {
  return trimIndent(joinLines(inlines(nodes, definitions)));
}

/** The same for a paragraph, which is several when its lines count 1. 2. 3. */
export function markdownParagraphs(nodes: PhrasingContent[], definitions: Definitions): Inline[][] {
  const paragraphs = splitEnumerated(inlines(nodes, definitions));
  return paragraphs.map((content) => trimIndent(joinLines(content))).filter((content) => content.length > 0);
}

function inlines(nodes: PhrasingContent[], definitions: Definitions): Inline[] {
  return nodes.flatMap((node) => inline(node, definitions));
}

function inline(node: PhrasingContent, definitions: Definitions): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: withSingleBlanks(node.value) }];
    case 'strong':
      return [{ kind: 'strong', content: inlines(node.children, definitions) }];
    case 'emphasis':
      return [{ kind: 'emphasis', content: inlines(node.children, definitions) }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return link(node.url, inlines(node.children, definitions));
    case 'linkReference':
      return link(definitions.targets.get(node.identifier) ?? '', inlines(node.children, definitions));
    case 'footnoteReference':
      return [{ kind: 'text', text: footnoteMark(definitions.footnotes.get(node.identifier) ?? 0) }];
    case 'image':
    case 'imageReference':
      return node.alt ? [{ kind: 'text', text: node.alt }] : [];
    default:
      return [];
  }
}

function link(target: string, content: Inline[]): Inline[] {
  return isAllowedTarget(target) ? [{ kind: 'link', target, content }] : content;
}

/** Paragraphs typed with full-width spaces (　　) get their indent from the style instead. */
function trimIndent(content: Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (first?.kind !== 'text') return content;
  return [{ ...first, text: first.text.trimStart() }, ...rest];
}

/** As every reader of Markdown shows them. */
function withSingleBlanks(text: string): string {
  return text.replace(/[ \t]{2,}/g, ' ');
}
