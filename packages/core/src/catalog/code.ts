import { wordTable } from '../vocabulary/word-table.js';
import type { CatalogKind, CatalogLevel } from './catalog.js';

const kinds = wordTable<CatalogKind>({
  '1': 'revenue',
  '2': 'functional',
  '3': 'economic',
  '5': 'government-economic',
});
const levels: Readonly<Record<number, CatalogLevel>> = { 3: '类', 5: '款', 7: '项' };

/** The classification that a code belongs to by its first digit. */
export function kindOfCode(code: string): CatalogKind | undefined {
  return kinds[code.charAt(0)];
}

/** 类, 款 or 项 by the number of digits; economic classifications end at 款. */
export function levelOfCode(code: string): CatalogLevel | undefined {
  const level = /^\d+$/.test(code) ? levels[code.length] : undefined;
  const economic = code.startsWith('3') || code.startsWith('5');
  return economic && level === '项' ? undefined : level;
}

/** 2150508 → 215, 21505. */
export function parentCodes(code: string): string[] {
  return [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
}
