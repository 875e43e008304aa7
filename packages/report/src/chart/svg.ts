import { s } from 'hastscript';
import type { Element } from 'hast';

export type Properties = Record<string, string | number | string[] | undefined>;

/** One SVG element; its text is escaped when it is written. */
export function svg(name: string, properties: Properties, children: (Element | string)[] = []): Element {
  return s(name, properties, children);
}

/** Coordinates with two decimals: short, and the same on every machine. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 100) / 100;
}
