import type { Element } from 'hast';
import { blockChildren, textOf } from './element-text.js';

/** A cell, as far as it may name others of its row. */
export interface CellName {
  text: string;
  span: number;
  isFigure: boolean;
}

/** The cells of a row as they were before anything was marked in them, and the one that is looked at. */
export interface RowPlace {
  cells: readonly CellName[];
  at: number;
}

export function cellOf(cell: Element): CellName {
  const text = textOf(cell).replace(/\s+/g, ' ').trim();
  return { text, span: spanOf(cell, 'colSpan'), isFigure: cell.properties['align'] === 'right' };
}

/** Tables stand side by side in one: the last words before the cell, with the code before them. */
export function rowNames({ cells, at }: RowPlace): string[] {
  const before = cells.slice(0, at);
  const named = before.findLastIndex(({ text, isFigure }) => !isFigure && /\p{Script=Han}/u.test(text));
  if (named < 0) return [];
  const isCode = ({ text, isFigure }: CellName) => !isFigure && /^\d+$/.test(text);
  const code = before.slice(0, named).findLastIndex((cell) => !isCode(cell)) + 1;
  return before.slice(code, named + 1).map(({ text }) => text);
}

/** In which column of the table the cell stands. */
export function columnAt({ cells, at }: RowPlace): number {
  return cells.slice(0, at).reduce((column, { span }) => column + span, 0);
}

/** The name of each column: what stands in the header lowest. */
export function columnNames(header: Element | undefined): string[] {
  const names: string[] = [];
  const taken: number[] = [];
  for (const [index, row] of (header ? blockChildren(header) : []).entries()) {
    let column = 0;
    for (const cell of blockChildren(row)) {
      while ((taken[column] ?? 0) > index) column += 1;
      const { text, span } = cellOf(cell);
      for (const end = column + span; column < end; column += 1) {
        names[column] = text;
        taken[column] = index + spanOf(cell, 'rowSpan');
      }
    }
  }
  return names;
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  return Number(properties[name] ?? 1);
}
