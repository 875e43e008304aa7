import type { Origin, Provenance } from '@fiscal/core';
import type { Block } from '../document/document.js';

/** Attributes by their names in the tree: className, dataOrigin. */
export type MarkProperties = Record<string, string | string[]>;

/** What a preview adds to elements so that they lead back to the source; a publication adds nothing. */
export interface Marks {
  /** A figure in text, in a table or in a chart. */
  figure(figure: Provenance & { path?: string; origin?: Origin }): MarkProperties;
  /** A heading or a paragraph. */
  block(block: Block): MarkProperties;
  /** The number of the page on which something stands, for a list of contents on paper. */
  pageOf?(target: string): string;
}

export const noMarks: Marks = { figure: () => ({}), block: () => ({}) };
