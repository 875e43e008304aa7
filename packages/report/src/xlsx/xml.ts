import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { printable } from '../document/printable.js';

export type { Element } from 'xast';
export { x };

/** A part of the file; whatever the text says, it stays text. */
export function part(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${toXml(root).replaceAll(']]>', ']]&gt;')}`;
}

/** Words in a cell, which holds 32,767 characters. Excel reads _x0041_ as the code of a letter, unless its _ is one. */
export function words(text: string): string {
  return printable(text.slice(0, longest)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

const longest = 32_767;

export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
