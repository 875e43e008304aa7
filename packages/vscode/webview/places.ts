import type { Place } from '../src/preview/preview-messages.js';

/** The place of the source that an element of the report comes from; of what was computed that of an operand. */
export function placeOf(element: Element | null): Place | undefined {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return undefined;
  const { origin, operand, line, block, uri } = element.dataset;
  const [first, second = '0'] = (origin ?? operand ?? line ?? block ?? '').split(':');
  return first ? { line: Number(first), character: Number(second), uri } : undefined;
}

/** Marks what comes from the cursor's place, or from the nearest one before it, and answers it. */
export function markPlace(root: Element, cursor: Place): Element[] {
  for (const element of root.querySelectorAll('.at-cursor')) element.classList.remove('at-cursor');
  const nearest = nearestBefore(root, cursor);
  for (const element of nearest) element.classList.add('at-cursor');
  return nearest;
}

/** A figure may be printed in several places: all of them. */
function nearestBefore(root: Element, cursor: Place): Element[] {
  let best: number[] = [];
  let elements: Element[] = [];
  for (const element of root.querySelectorAll('[data-origin], [data-line]')) {
    const place = placeOf(element);
    if (!place || place.uri !== undefined || place.line > cursor.line) continue;
    const rank = rankOf(place, cursor);
    const order = compare(rank, best);
    if (order > 0) [best, elements] = [rank, [element]];
    else if (order === 0) elements.push(element);
  }
  return elements;
}

/** The figure that the cursor is in or behind; before the first of its line, that one; else the nearest above. */
function rankOf({ line, character }: Place, cursor: Place): number[] {
  if (line < cursor.line) return [0, line, character];
  return character <= cursor.character ? [2, character] : [1, -character];
}

function compare(left: number[], right: number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! - (right[at] ?? -Infinity);
}
