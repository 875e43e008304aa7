/**
 * A document as somebody published it, whatever its format: lines of running text and grids of cells, in reading
 * order, each with its place. What is displayed counts: a figure is the digits that a reader sees.
 */
export interface Published {
  blocks: readonly PublishedBlock[];
}

export type PublishedBlock = Line | Grid;

export interface Line {
  kind: 'line';
  text: string;
  /** Of a heading that its format marks as one: 1 is the highest. */
  level?: number;
  /** The line ends where the page does, not where the paragraph does: the next line goes on with it. */
  continues?: true;
  place: Place;
}

export interface Grid {
  kind: 'grid';
  /** What the format itself calls the table. */
  caption?: string;
  /** Rows of equal width; a cell that spans several places stands in each of them. */
  rows: readonly (readonly Cell[])[];
  /** Columns were told by ruling lines or by the format; otherwise by where the words stand. */
  isRuled: boolean;
  place: Place;
}

export interface Cell {
  text: string;
  /** Where it begins. */
  row: number;
  column: number;
  place: Place;
}

/** Where something stands in the file: what its format knows of that. */
export interface Place {
  /** Which of several files, by its name. */
  file?: string;
  page?: number;
  sheet?: string;
  /** B7, in a sheet. */
  cell?: string;
  /** Counted from 1, in a file of text lines. */
  line?: number;
}
