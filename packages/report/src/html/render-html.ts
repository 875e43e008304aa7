import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ReportDocument } from '../document/document.js';
import { printable } from '../document/printable.js';
import { blockElement, isTitle, titleElement } from './block-element.js';
import { contentPolicy } from './content-policy.js';
import { onLines } from './layout.js';
import { type Marks, noMarks } from './marks.js';
import { style } from './style.js';
import { words } from '../words.js';

/**
 * The report as one self-contained page: no script, no network; for the screen, the phone and A4 paper; with the pages
 * of what the contents list, for paper alone.
 */
export function renderHtml(document: ReportDocument, pageOf?: Marks['pageOf']): string {
  const marks = pageOf ? { ...noMarks, pageOf } : noMarks;
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'text', value: '\n' },
      onLines(h('html', { lang: document.language }, [head(document), body(document, marks)])),
    ],
  };
  return printable(toHtml(page)) + '\n';
}

/**
 * What stands inside the page, for a view of one's own: elements with marks, and the style sheet beside them.
 * What an element's own style would be stands in `data-style`, for a view whose policy allows no style attributes.
 */
export function renderHtmlParts(document: ReportDocument, marks: Marks): { html: string; style: string } {
  const content = mainElement(document, marks);
  setStylesAside(content);
  return { html: printable(toHtml(content.children)), style };
}

function setStylesAside(element: Element): void {
  const { style: own, ...others } = element.properties;
  if (own !== undefined) element.properties = { ...others, dataStyle: own };
  for (const child of element.children) if (child.type === 'element') setStylesAside(child);
}

function head(document: ReportDocument): Element {
  const children = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: contentPolicy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', document.title),
    ...metaTags(document),
    h('style', style),
  ];
  return onLines(h('head', children), 1);
}

/** As sites of the government are asked to say it of each article, where the report says it. */
function metaTags({ title, publishedOn, publisher }: ReportDocument): Element[] {
  const tags = { ArticleTitle: title, PubDate: publishedOn, ContentSource: publisher };
  return Object.entries(tags).flatMap(([name, content]) => (content ? [h('meta', { name, content })] : []));
}

function body(document: ReportDocument, marks: Marks): Element {
  const skip = h('a', { className: 'skip', href: '#正文' }, words.skip);
  return onLines(h('body', [skip, onLines(mainElement(document, marks, '正文'))]), 1);
}

/** What stands inside a page: the report from its title on. */
export function mainElement(document: ReportDocument, marks: Marks, id?: string): Element {
  const hasTitle = document.blocks.some((block) => block.kind === 'cover' && block.blocks.some(isTitle));
  const title = hasTitle ? [] : [titleElement([{ kind: 'text', text: document.title }], marks)];
  return h('main', { id }, [...title, ...document.blocks.map((block) => blockElement(block, marks))]);
}
