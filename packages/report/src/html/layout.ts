import type { Element, ElementContent } from 'hast';

/** Puts every child on a line of its own, indented once more than its parent; for block-level children only. */
export function onLines(element: Element, depth = 0): Element {
  const inner = '\n' + '  '.repeat(depth + 1);
  const children = element.children.flatMap((child): ElementContent[] => [
    { type: 'text', value: inner },
    child,
  ]);
  if (children.length > 0) children.push({ type: 'text', value: '\n' + '  '.repeat(depth) });
  return { ...element, children };
}
