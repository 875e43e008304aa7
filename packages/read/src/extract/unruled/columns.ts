import { isFigure, type Piece } from './pieces.js';

/** From where to where something stands, in widths of half a character. */
export interface Extent {
  left: number;
  right: number;
}

/** Where the columns of a table stand. */
export class Columns {
  constructor(readonly extents: readonly Extent[]) {}

  /** Columns above or below which a piece stands. */
  under(piece: Extent): number[] {
    return this.extents.flatMap((extent, column) => (overlap(extent, piece) ? [column] : []));
  }

  /** The columns to the left and to the right of a piece. */
  beside({ left, right }: Extent): Extent[] {
    const before = this.extents.findLast((extent) => extent.right <= left);
    const after = this.extents.find((extent) => extent.left >= right);
    return [before, after].filter((extent) => extent !== undefined);
  }

  /** The text of each column of a line. */
  placed(pieces: readonly Piece[]): string[] {
    const texts = this.extents.map(() => '');
    for (const piece of pieces) {
      const [column] = this.under(piece);
      if (column !== undefined) texts[column] = `${texts[column]} ${piece.text}`.trim();
    }
    return texts;
  }

  /** With one more for a header without anything below it. */
  with(extent: Extent): Columns {
    return new Columns([...this.extents, extent].sort((a, b) => a.left - b.left));
  }
}

/**
 * Columns out of the lines that have most words first: others widen them, or stand where these have none. Nothing where
 * a figure would stand in two of them, or two in one: who cannot tell which column is meant tells none.
 */
export function columnsOf(lines: readonly (readonly Piece[])[]): Columns | undefined {
  const extents: Extent[] = [];
  const longestFirst = [...lines].sort((a, b) => b.length - a.length);
  for (const piece of longestFirst.flat()) {
    const under = extents.filter((extent) => overlap(extent, piece));
    const [own, ...others] = under;
    if (others.length > 0 && isFigure(piece.text)) return undefined;
    // 合计 over code and name makes no column of the two.
    if (others.length > 0) continue;
    if (own)
      Object.assign(own, { left: Math.min(own.left, piece.left), right: Math.max(own.right, piece.right) });
    else extents.push({ left: piece.left, right: piece.right });
  }
  const columns = new Columns(extents.sort((a, b) => a.left - b.left));
  return extents.some(touchesNext) || lines.some((line) => isAmbiguous(line, columns)) ? undefined : columns;
}

function touchesNext(extent: Extent, index: number, extents: readonly Extent[]): boolean {
  const next = extents[index + 1];
  return next !== undefined && next.left <= extent.right;
}

/** A figure stands in its column alone, and in no other. */
function isAmbiguous(line: readonly Piece[], columns: Columns): boolean {
  const taken = new Map<number, Piece>();
  return line.some((piece) => {
    const under = columns.under(piece);
    if (isFigure(piece.text) && under.length !== 1) return true;
    const before = taken.get(under[0]!);
    taken.set(under[0]!, piece);
    return before !== undefined && (isFigure(before.text) || isFigure(piece.text));
  });
}

/** They stand above each other, if only in part. */
export function overlap(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right;
}
