import { s } from 'hastscript';
import type { Element, Nodes } from 'hast';

export type Properties = Record<string, string | number | string[] | undefined>;

/** One SVG element; characters that XML forbids are dropped from its text, all others are escaped when written. */
export function svg(name: string, properties: Properties, children: (Element | string)[] = []): Element {
  return withoutForbidden(s(name, properties, children)) as Element;
}

// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function withoutForbidden<Node extends Nodes>(node: Node): Node {
  if (node.type === 'text') node.value = node.value.replace(forbidden, '');
  if ('children' in node) node.children.forEach((child) => withoutForbidden(child));
  return node;
}

/** Coordinates with two decimals: short, and the same on every machine. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 100) / 100;
}
