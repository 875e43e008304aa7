import type { ListedFact } from '@fiscal/core';

/** What only the machine that publishes can do: a browser's worker has none of it. */
export interface Machine {
  /** An SVG with Chinese letters as a PNG; undefined where no font on this machine has them. */
  drawing?(svg: string): Promise<Uint8Array | undefined>;
  /** Starts what prints pages; throws `CannotPrint`. */
  printer?(): Promise<Printer>;
  /** What lays out Word files on this machine; undefined where nothing does. */
  wordLayout?(): Promise<WordLayout | undefined>;
}

/** The pages, from 1, on which these bookmarks of a Word file begin; a bookmark that is not found is not there. */
export type WordLayout = (
  file: Uint8Array,
  bookmarks: readonly string[],
) => Promise<ReadonlyMap<string, number>>;

export interface Printer {
  /** The page as PDF with bookmarks, tags, and a destination for each id that a link leads to. */
  print(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Why a machine cannot print; `detail`: what the browser said. */
export class CannotPrint extends Error {
  override readonly name = 'CannotPrint';

  constructor(
    readonly reason: 'no-browser' | 'browser-failed',
    readonly program = '',
    readonly detail = '',
  ) {
    super(`${reason} ${program} ${detail}`.trim());
  }
}

/** What a format may ask for besides the document. */
export interface Means extends Machine {
  /** Hears what was made otherwise than it should be: charts as tables, for want of a font with Chinese letters. */
  note?(what: 'charts-as-tables'): void;
  /** Every figure of the report, printed or not. */
  facts?(): readonly ListedFact[];
}
