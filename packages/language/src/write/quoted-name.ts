import { isBareName } from '@fiscal/core';

/** A name as it is written in the source: in quotes where it would fall apart without them. */
export function quotedIfNeeded(name: string): string {
  return isBareName(name) || /^\d+$/.test(name) ? name : `"${name.replace(/["\r\n]/g, '')}"`;
}
