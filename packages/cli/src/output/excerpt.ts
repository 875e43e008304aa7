import type { Range } from '@fiscal/core';
import { messages } from '../messages.zh.js';
import { clip } from './clip.js';
import { cellsOf, totalWidth, type Cell } from './display-cells.js';

/** The source line of a range with its number, and the marks that go below it. */
export interface Excerpt {
  number: string;
  source: string;
  /** Blanks up to the range, then carets under all of it. */
  indent: string;
  carets: string;
  /** Said when the range goes on below this line. */
  remark: string;
}

/** Undefined when the text has no such line. Only the first line of a longer range is shown. */
export function excerptOf(lines: string[], range: Range, columns: number): Excerpt | undefined {
  const line = lines[range.start.line];
  if (line === undefined) return undefined;
  const continues = range.end.line > range.start.line;
  const end = continues ? line.length : range.end.character;
  const cells = cellsOf(line);
  const marked = (cell: Cell) => cell.end > range.start.character && cell.start < end;
  const important = cells.findIndex((cell) => cell.end > range.start.character);
  const shown = clip(cells, important < 0 ? cells.length : important, columns);
  return {
    number: String(range.start.line + 1),
    source: shown
      .map((cell) => cell.text)
      .join('')
      .trimEnd(),
    ...marks(shown, marked, range.start.character),
    remark: continues ? messages.untilLine(range.end.line + 1) : '',
  };
}

function marks(
  cells: Cell[],
  marked: (cell: Cell) => boolean,
  start: number,
): { indent: string; carets: string } {
  const first = cells.findIndex(marked);
  // An empty range points at the cell that begins there, or after the line's end.
  const at = first >= 0 ? first : cells.findIndex((cell) => cell.start >= start);
  const before = at < 0 ? cells : cells.slice(0, at);
  const width = totalWidth(cells.filter(marked));
  return { indent: ' '.repeat(totalWidth(before)), carets: '^'.repeat(Math.max(1, width)) };
}
