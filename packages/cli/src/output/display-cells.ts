import { visible } from './visible-text.js';
import { graphemesOf, textWidth } from './width.js';

/** One character as a reader sees it: what is printed, how many columns it takes, and which UTF-16 units it stands for. */
export interface Cell {
  text: string;
  width: number;
  start: number;
  end: number;
}

const tabStop = 4;

/** A source line as cells: CJK is two columns wide, combining marks join their letter, tabs become blanks. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemesOf(line)) {
    const text = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : visible(segment);
    const width = textWidth(text);
    cells.push({ text, width, start: index, end: index + segment.length });
    column += width;
  }
  return cells;
}

export function totalWidth(cells: Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
