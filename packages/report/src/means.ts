import type { ListedFact } from '@fiscal/core';

/** What only the machine that publishes can do: a browser's worker has none of it. */
export interface Machine {
  /** An SVG with Chinese letters as a PNG; undefined where no font on this machine has them. */
  drawing?(svg: string): Promise<Uint8Array | undefined>;
}

/** What a format may ask for besides the document. */
export interface Means extends Machine {
  /** Every figure of the report, printed or not. */
  facts?(): readonly ListedFact[];
}
