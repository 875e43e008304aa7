import type { Element } from 'hast';
import { type Properties, round, svg } from './svg.js';

export interface TextPlace {
  x: number;
  /** Upper edge of the first line. */
  top: number;
  anchor: 'start' | 'middle' | 'end';
  /** Font size in pixels. */
  size: number;
}

/** Height of a line of that font size. */
export function lineHeight(size: number): number {
  return Math.round(size * 1.35);
}

/** Lines of text below each other, each with its own position, so that no renderer has to break them. */
export function textLines(lines: string[], place: TextPlace, marks: Properties = {}): Element {
  const { anchor, size } = place;
  return svg(
    'text',
    { textAnchor: anchor, fontSize: size, ...marks },
    lines.map((line, index) => textLine(line, index, place)),
  );
}

function textLine(line: string, index: number, place: TextPlace): Element {
  const baseline = place.top + index * lineHeight(place.size) + place.size;
  return svg('tspan', { x: round(place.x), y: round(baseline) }, [line]);
}
