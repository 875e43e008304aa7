import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Inline, ParagraphStyle } from '../document/document.js';
import { headingContent } from '../document/heading-text.js';
import { chartFigure } from './chart-figure.js';
import { contentsElement } from './contents-element.js';
import { inlineElements } from './inline-element.js';
import { onLines } from './layout.js';
import type { Marks } from './marks.js';
import { tableFigure } from './table-figure.js';

/** One block of the document as one element of the page. */
export function blockElement(block: Block, marks: Marks): Element {
  const element = plainElement(block, marks);
  Object.assign(element.properties, marks.block(block));
  return element;
}

function plainElement(block: Block, marks: Marks): Element {
  switch (block.kind) {
    case 'cover':
      return cover(block.blocks, marks);
    case 'contents':
      return contentsElement(block, elementsOf(block.blocks, marks), marks);
    case 'heading':
      return heading(block, marks);
    case 'paragraph':
      return h('p', { className: classOf(block.style) }, inlineElements(block.content, marks));
    case 'list':
      return list(block, marks);
    case 'quote':
      return onLines(h('blockquote', elementsOf(block.blocks, marks)));
    case 'preformatted':
      return h('pre', { tabIndex: 0 }, h('code', block.text));
    case 'chart':
      return chartFigure(block, marks);
    case 'table':
      return tableFigure(block, marks);
  }
}

/** The first title on the cover is the page's only first-level heading. */
function cover(blocks: Block[], marks: Marks): Element {
  const first = blocks.find(isTitle);
  const children = blocks.map((block) =>
    block === first && isTitle(block) ? titleElement(block.content, marks) : blockElement(block, marks),
  );
  return onLines(h('header', { className: 'cover' }, children));
}

/** The first-level heading of the page. */
export function titleElement(content: Inline[], marks: Marks): Element {
  return h('h1', { className: 'title' }, inlineElements(content, marks));
}

/** Whether a block is the title of the report. */
export function isTitle(block: Block): block is Extract<Block, { kind: 'paragraph' }> {
  return block.kind === 'paragraph' && block.style === 'title';
}

/** 部分 is a second-level heading below the title; HTML has no level below six. */
function heading(block: Extract<Block, { kind: 'heading' }>, marks: Marks): Element {
  const name = `h${Math.min(block.level + 1, 6)}`;
  const ofPart = block.runsOn ? 'part on' : 'part';
  const className = block.level === 1 ? ofPart : block.startsPage ? 'annex' : undefined;
  return h(name, { id: block.id, className }, inlineElements(headingContent(block), marks));
}

function list(block: Extract<Block, { kind: 'list' }>, marks: Marks): Element {
  const items = block.items.map((blocks) => h('li', elementsOf(blocks, marks)));
  if (!block.ordered) return onLines(h('ul', items));
  return onLines(h('ol', { start: block.start === 1 ? undefined : block.start }, items));
}

function elementsOf(blocks: readonly Block[], marks: Marks): Element[] {
  return blocks.map((block) => blockElement(block, marks));
}

function classOf(style: ParagraphStyle): string | undefined {
  return style === 'body' ? undefined : style;
}
