import type { CatalogEntry, Rename } from './catalog.js';

/** Names are compared without regard to how 其他 is written: 其它 is the same word. */
export function isSameName(one: string, other: string): boolean {
  return one === other || one.replaceAll('其它', '其他') === other.replaceAll('其它', '其他');
}

/** The name is one that the entry may have in its year. */
export function isNameOf({ name, alternatives = [] }: CatalogEntry, written: string): boolean {
  return [name, ...alternatives].some((right) => isSameName(right, written));
}

/** Whether in that year either name may be right. */
export function isInDoubt({ earliest, latest }: Rename, year: number): boolean {
  return earliest <= year && year < latest;
}

/** The year of a change, where it may be said: one that is known by recall alone, or in doubt, is left unsaid. */
export function certainYear({ year, earliest, latest, confirmation }: Rename): number | undefined {
  return confirmation !== 'recall-only' && earliest === latest ? year : undefined;
}
