import type { Element, ElementContent, Text } from 'hast';

/** What holds other blocks, cells or rows; words run on in whatever is none. */
const blocks = new Set(
  (
    'main header section div p h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tr th td figure figcaption ' +
    'blockquote pre nav'
  ).split(' '),
);

export function blockChildren({ children }: Element): Element[] {
  return children.filter((child): child is Element => child.type === 'element' && blocks.has(child.tagName));
}

/** The text nodes of running text, in order. A drawing is none. */
export function textNodes(element: Element): Text[] {
  if (element.tagName === 'svg') return [];
  return element.children.flatMap((child) =>
    child.type === 'text' ? [child] : child.type === 'element' ? textNodes(child) : [],
  );
}

export function textOf(element: Element): string {
  return textNodes(element)
    .map(({ value }) => value)
    .join('');
}

/** The element that holds a node directly, with the place of the node. */
export function replaceNode(element: Element, node: Text, by: readonly ElementContent[]): boolean {
  const at = element.children.indexOf(node);
  if (at >= 0) {
    element.children.splice(at, 1, ...by);
    return true;
  }
  return element.children.some((child) => child.type === 'element' && replaceNode(child, node, by));
}

/** What makes a block the same one in two versions: a row by its name, all else by its words without figures. */
export function signatureOf(element: Element): string {
  const { tagName } = element;
  const [first] = blockChildren(element);
  if (tagName === 'tr' && first) return `tr ${textOf(first).trim()}`;
  if (tagName === 'section' || tagName === 'figure') return `${tagName} ${captionOf(element)}`;
  return `${tagName} ${textOf(element).replace(/[\d.,%−]+/g, '0')}`;
}

function captionOf(element: Element): string {
  if (element.tagName === 'caption' || element.tagName === 'figcaption') return textOf(element);
  return blockChildren(element)
    .map(captionOf)
    .join('')
    .replace(/[\d.,%−]+/g, '0');
}
