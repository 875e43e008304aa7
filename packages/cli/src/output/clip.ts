import { totalWidth, type Cell } from './display-cells.js';

/** Columns of text kept before the place that is pointed at. */
const context = 20;
const ellipsis: Cell = { text: '…', width: 1, start: -1, end: -1 };

/** Cuts a long line to a window around the cell that matters, so that the caret below it is never wrapped. */
export function clip(cells: Cell[], important: number, columns: number): Cell[] {
  if (totalWidth(cells) <= columns) return cells;
  const first = firstShown(cells, important, Math.min(context, Math.floor(columns / 3)));
  const room = columns - (first > 0 ? 1 : 0);
  let end = first;
  let used = 0;
  while (end < cells.length && used + cells[end]!.width <= room) used += cells[end++]!.width;
  if (end < cells.length) while (end > first && used + 1 > room) used -= cells[--end]!.width;
  return [
    ...(first > 0 ? [ellipsis] : []),
    ...cells.slice(first, end),
    ...(end < cells.length ? [ellipsis] : []),
  ];
}

function firstShown(cells: Cell[], important: number, before: number): number {
  let first = Math.min(important, cells.length - 1);
  let kept = 0;
  while (first > 0 && kept + cells[first - 1]!.width <= before) kept += cells[--first]!.width;
  return first;
}
