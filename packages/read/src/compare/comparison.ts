import type { Catalog, Origin } from '@fiscal/core';
import type { Cell, Line, Place } from '../published/published.js';
import type { Corrections } from './one-root.js';
import type { PlacedFigure } from './printed.js';

/** What comparing a document with the recomposed one needs to know. */
export interface Comparison {
  catalog: Catalog;
  /** Facts that are told of already. */
  suspects: ReadonlySet<string>;
  /** What other figures would have to be, were one of them the cause of what is told. */
  corrections: Corrections;
  /** Figures of the recomposed document. */
  figuresIn(of: Line | Cell): readonly PlacedFigure[];
  /** The line that stands at a place. */
  textAt(place: Place): string | undefined;
  /** Where in the document something stands. */
  originOf(place: Place, from?: number, to?: number): Origin;
}
