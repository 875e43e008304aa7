import type { Column } from './columns.js';
import type { PanelHeader } from './header.js';
import type { PanelRows } from './side-by-side.js';

/** One of the parts of a table that stand beside each other, composed. */
export interface Panel extends PanelHeader, PanelRows {
  leaves: Column[];
}
