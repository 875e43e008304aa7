import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Inline, ParagraphStyle } from '../document/document.js';
import { headingContent } from '../document/heading-text.js';
import { chartFigure } from './chart-figure.js';
import { contentsElement } from './contents-element.js';
import { inlineElements } from './inline-element.js';
import { onLines } from './layout.js';
import { tableFigure } from './table-figure.js';

/** One block of the document as one element of the page. */
export function blockElement(block: Block): Element {
  switch (block.kind) {
    case 'cover':
      return cover(block.blocks);
    case 'contents':
      return contentsElement(block, block.blocks.map(blockElement));
    case 'heading':
      return heading(block);
    case 'paragraph':
      return h('p', { className: classOf(block.style) }, inlineElements(block.content));
    case 'list':
      return list(block);
    case 'quote':
      return onLines(h('blockquote', block.blocks.map(blockElement)));
    case 'preformatted':
      return h('pre', { tabIndex: 0 }, h('code', block.text));
    case 'chart':
      return chartFigure(block);
    case 'table':
      return tableFigure(block);
  }
}

/** The first title on the cover is the page's only first-level heading. */
function cover(blocks: Block[]): Element {
  const first = blocks.find(isTitle);
  const children = blocks.map((block) =>
    block === first && isTitle(block) ? titleElement(block.content) : blockElement(block),
  );
  return onLines(h('header', { className: 'cover' }, children));
}

/** The first-level heading of the page. */
export function titleElement(content: Inline[]): Element {
  return h('h1', { className: 'title' }, inlineElements(content));
}

/** Whether a block is the title of the report. */
export function isTitle(block: Block): block is Extract<Block, { kind: 'paragraph' }> {
  return block.kind === 'paragraph' && block.style === 'title';
}

/** 部分 is a second-level heading below the title; HTML has no level below six. */
function heading(block: Extract<Block, { kind: 'heading' }>): Element {
  const name = `h${Math.min(block.level + 1, 6)}`;
  const className = block.level === 1 ? 'part' : undefined;
  return h(name, { id: block.id, className }, inlineElements(headingContent(block)));
}

function list(block: Extract<Block, { kind: 'list' }>): Element {
  const items = block.items.map((blocks) => h('li', blocks.map(blockElement)));
  if (!block.ordered) return onLines(h('ul', items));
  return onLines(h('ol', { start: block.start === 1 ? undefined : block.start }, items));
}

function classOf(style: ParagraphStyle): string | undefined {
  return style === 'body' ? undefined : style;
}
