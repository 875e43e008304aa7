import { parseFigure } from '@fiscal/core';
import { plain } from '../published/readable.js';
import type { Said } from '../reading/reading.js';

/** What a cell of figures says; undefined: nothing, or no figure. */
export function saidIn(text: string): Said | undefined {
  const bare = plain(text).replace(/%$/, '');
  if (bare === '未填') return { state: '未填' };
  return parseFigure(bare) ? { digits: bare.replaceAll(',', '') } : undefined;
}

/** Neither a figure nor one of the signs for none. */
export function isStrange(text: string): boolean {
  const bare = plain(text);
  return bare !== '' && !/^[-—–/]+$/.test(bare) && saidIn(text) === undefined;
}
