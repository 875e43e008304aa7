import type { Cell } from '../../published/published.js';
import { type Columns, type Extent, overlap } from './columns.js';
import type { Piece, PiecedLine } from './pieces.js';

/** The rows of a table's header, and the columns with those of which only a header is there. */
export interface HeaderRows {
  columns: Columns;
  rows: Cell[][];
}

/** A piece of the header with the columns that it names. */
interface Named {
  piece: Piece;
  from: number;
  to: number;
}

/**
 * Sets the lines of a header over columns, the lowest first. Words above several columns name them all; so do words
 * above a part of what the lines below hold together. Nothing where it is open which column is meant.
 */
export function headerRows(lines: readonly PiecedLine[], found: Columns): HeaderRows | undefined {
  const columns = withBareColumns(lines, found);
  /** The lowest line that names a column. */
  const lowest: (number | undefined)[] = columns.extents.map(() => undefined);
  const rows: Cell[][] = [];
  const extents = columns.extents.map((extent) => ({ ...extent }));
  for (let at = lines.length - 1; at >= 0; at--) {
    const { place } = lines[at]!;
    const named = namedBy(lines[at]!, columns, extents, lowest);
    if (!named) return undefined;
    const row = columns.extents.map((_, column): Cell => ({ text: '', row: 0, column, place }));
    for (const { piece, from, to } of named) {
      const cell: Cell = { text: piece.text, row: 0, column: from, place };
      // Figures stand at one side of their column: with its name they tell more of where it is.
      if (from === to) extents[from] = joined(extents[from]!, piece);
      for (let column = from; column <= to; column++) {
        row[column] = cell;
        lowest[column] ??= at;
      }
    }
    rows.unshift(row);
  }
  return lowest.includes(undefined) ? undefined : { columns, rows };
}

/**
 * Columns that have nothing but their names: no figure of the year is in them. Words above a gap between two columns that
 * lower lines name are no column of their own, but what the two have in common.
 */
function withBareColumns(lines: readonly PiecedLine[], found: Columns): Columns {
  let columns = found;
  const below: Piece[] = [];
  for (const { pieces } of lines.toReversed()) {
    for (const piece of pieces) {
      if (columns.under(piece).length > 0) continue;
      const beside = columns.beside(piece);
      const isShared =
        beside.length === 2 && beside.every((extent) => below.some((one) => overlap(one, extent)));
      if (!isShared) columns = columns.with(piece);
    }
    below.push(...pieces);
  }
  return columns;
}

function namedBy(
  { pieces, isTabbed }: PiecedLine,
  columns: Columns,
  extents: readonly Extent[],
  lowest: readonly (number | undefined)[],
): Named[] | undefined {
  const count = extents.length;
  // As many names as columns: each is that of the next.
  if (pieces.length === count) return pieces.map((piece, column) => ({ piece, from: column, to: column }));
  const named: Named[] = [];
  for (const piece of pieces) {
    const under = columns.under(piece);
    const nearest = under.length > 0 ? under : nearestTo(piece, columns);
    if (nearest.length === 0) return undefined;
    named.push({ piece, from: nearest[0]!, to: nearest.at(-1)! });
  }
  if (named.some(({ from }, index) => index > 0 && from <= named[index - 1]!.to)) return undefined;
  return named.map((one, index) => {
    const [before, after] = [named[index - 1], named[index + 1]];
    return isTabbed ? filled(one, after, lowest) : widened(one, before, after, extents, lowest);
  });
}

/** The column beside which words stand alone, if no other is about as near. */
function nearestTo(piece: Piece, { extents }: Columns): number[] {
  const distances = extents.map(({ left, right }) => Math.max(left - piece.right, piece.left - right));
  const order = [...distances.keys()].sort((a, b) => distances[a]! - distances[b]!);
  const [first, second] = order;
  if (first === undefined) return [];
  return second === undefined || distances[second]! > 2 * distances[first]! ? [first] : [];
}

/** Over the columns beside it that the same lower line names, so far that it stands in their middle or at their left. */
function widened(
  one: Named,
  before: Named | undefined,
  after: Named | undefined,
  extents: readonly Extent[],
  lowest: readonly (number | undefined)[],
): Named {
  const level = lowest[one.from];
  if (level === undefined) return one;
  let [first, last] = [one.from, one.to];
  while (first - 1 > (before?.to ?? -1) && lowest[first - 1] === level) first -= 1;
  while (last + 1 < (after?.from ?? extents.length) && lowest[last + 1] === level) last += 1;
  let best = one;
  let least = misfit(one.piece, one.from, one.to, extents);
  for (let from = first; from <= one.from; from++)
    for (let to = one.to; to <= last; to++) {
      const own = misfit(one.piece, from, to, extents);
      const isWider = to - from > best.to - best.from;
      if (own < least - tolerance || (isWider && own <= least + tolerance)) {
        best = { ...one, from, to };
        least = Math.min(own, least);
      }
    }
  return best;
}

/** Between tabs a name stands in the first of the cells that it is of. */
function filled(one: Named, after: Named | undefined, lowest: readonly (number | undefined)[]): Named {
  const level = lowest[one.from];
  if (level === undefined) return one;
  let to = one.to;
  while (to + 1 < (after?.from ?? lowest.length) && lowest[to + 1] === level) to += 1;
  return { ...one, to };
}

const tolerance = 0.75;

function misfit({ left, right }: Piece, from: number, to: number, extents: readonly Extent[]): number {
  const [start, end] = [extents[from]!.left, extents[to]!.right];
  return Math.abs((start + end) / 2 - (left + right) / 2);
}

function joined(a: Extent, b: Extent): Extent {
  return { left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) };
}
