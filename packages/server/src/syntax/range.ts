import { comparePositions, type Position, type Range } from '@fiscal/core';

/** The ends belong to it. */
export function contains({ start, end }: Range, position: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
}
