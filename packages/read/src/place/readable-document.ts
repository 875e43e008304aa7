import type { Range } from '@fiscal/core';
import type { Cell, Place, Published } from '../published/published.js';
import { placeText } from '../write/unread.zh.js';

/** A document as lines that can be read, with the place of each line and each cell in them. */
export interface ReadableDocument {
  lines: readonly string[];
  /** Where a line or a cell stands; within it the digits, where they are given, from there on. */
  rangeOf(place: Place, digits?: string, from?: number): Range | undefined;
  /** A stretch of a line or of a cell. */
  stretchOf(place: Place, from: number, to: number): Range | undefined;
}

const between = ' │ ';

export function readableDocument({ blocks }: Published): ReadableDocument {
  const lines: string[] = [];
  const found = new Map<Place, { line: number; from: number; text: string }>();
  // A file of lines keeps them where they are: who is told of line 6 opens the file there.
  const standAt = ({ file, line }: Place) => {
    while (file === undefined && line !== undefined && lines.length < line - 1) lines.push('');
  };
  for (const block of blocks) {
    if (block.kind === 'line') {
      standAt(block.place);
      const head = headOf(block.place);
      found.set(block.place, { line: lines.length, from: head.length, text: block.text });
      lines.push(head + block.text);
      continue;
    }
    for (const row of block.rows) {
      standAt(row[0]?.place ?? block.place);
      let text = headOf(block.place);
      for (const cell of distinct(row)) {
        const words = cell.text.replace(/\s+/g, ' ');
        if (!found.has(cell.place))
          found.set(cell.place, { line: lines.length, from: text.length, text: words });
        text += `${words}${between}`;
      }
      lines.push(text.slice(0, -between.length));
    }
  }
  return {
    lines,
    rangeOf(place, digits, from = 0) {
      const spot = found.get(place);
      return spot && rangeWithin(spot, digits, from);
    },
    stretchOf(place, from, to) {
      const spot = found.get(place);
      if (!spot) return undefined;
      const [start, end] = [from, Math.max(to, from + 1)].map(
        (at) => spot.from + Math.min(at, spot.text.length),
      );
      return {
        start: { line: spot.line, character: start! },
        end: { line: spot.line, character: end! },
      };
    },
  };
}

/** Each line says where it stands, so that an excerpt does: 第 3 页. */
function headOf({ page, sheet, file }: Place): string {
  const words = placeText({
    ...(file !== undefined && { file }),
    ...(page !== undefined && { page }),
    ...(sheet !== undefined && { sheet }),
  });
  return words === '' ? '' : `${words}${between}`;
}

function distinct(row: readonly Cell[]): Cell[] {
  return [...new Set(row)];
}

function rangeWithin(
  { line, from, text }: { line: number; from: number; text: string },
  digits: string | undefined,
  first: number,
): Range {
  const spot = digits === undefined ? undefined : spotIn(text, digits, first);
  const start = from + (spot ? spot.at : 0);
  const end = start + (spot ? spot.length : text.length);
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The first from there on; what stands there where the digits do not, as of 97000 元 that are 9.7 万元. */
function spotIn(text: string, digits: string, first: number): { at: number; length: number } | undefined {
  const behind = text.slice(first);
  const written = /^[\d,，.．]*\d/.exec(behind)?.[0].length ?? 0;
  const spot =
    digitsIn(behind, digits) ?? (first > 0 && written > 0 ? { at: 0, length: written } : undefined);
  return spot ? { ...spot, at: spot.at + first } : digitsIn(text, digits);
}

/** 1511.89 of 1,511.89: as they stand, with or without separators and blanks. */
function digitsIn(text: string, digits: string): { at: number; length: number } | undefined {
  const loose = digits
    .replace(/^-/, '')
    .split('')
    .map((sign) => (sign === '.' ? '\\.' : sign))
    .join('[,，\\s]?');
  const match = new RegExp(`(?<![\\d.])${loose}(?![\\d.]?\\d)`).exec(text);
  return match ? { at: match.index, length: match[0].length } : undefined;
}
