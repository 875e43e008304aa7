import type { HeaderCell } from '../document/document.js';
import { headerPositions, type PlacedHeader } from './header-positions.js';

/** How many lines each row of a header needs: a cell that reaches down has those of all its rows. */
export function headerLines(
  header: readonly HeaderCell[][],
  linesOf: (placed: PlacedHeader) => number,
): number[] {
  const lines = header.map(() => 1);
  const lowFirst = headerPositions(header).sort((a, b) => a.cell.rowSpan - b.cell.rowSpan);
  for (const placed of lowFirst) {
    const end = Math.min(lines.length, placed.row + placed.cell.rowSpan);
    const has = lines.slice(placed.row, end).reduce((sum, count) => sum + count, 0);
    lines[end - 1]! += Math.max(0, linesOf(placed) - has);
  }
  return lines;
}
