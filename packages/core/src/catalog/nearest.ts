import type { CatalogEntry } from './catalog.js';
import { levelOfCode } from './code.js';
import { editDistance } from './edit-distance.js';

/**
 * Entries whose code (for digits) or name (for words) is nearest to what was written, best first.
 * Among equals the longer common beginning wins, then code order. A code that has the digits of a level is
 * compared within that level.
 */
export function nearestEntries(entries: CatalogEntry[], codeOrName: string, limit: number): CatalogEntry[] {
  const isCode = /^\d+$/.test(codeOrName);
  return (isCode ? comparable(entries, codeOrName) : entries)
    .filter(({ name }) => isCode || isComparable(codeOrName, name))
    .map((entry) => candidate(entry, isCode ? entry.code : entry.name, codeOrName))
    .filter(({ distance, text }) => isNear(distance, codeOrName, text, isCode))
    .sort((a, b) => a.distance - b.distance || b.common - a.common)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

/** Codes of the same level; of the same 类 when it exists, since a slip is seldom in its first digits. */
function comparable(entries: CatalogEntry[], code: string): CatalogEntry[] {
  const level = levelOfCode(code);
  const alike = entries.filter((entry) => level === undefined || entry.level === level);
  const near = alike.filter((entry) => entry.code.startsWith(code.slice(0, 3)));
  return near.length > 0 && code.length > 3 ? near : alike;
}

/** Names whose lengths alone put them too far apart need not be compared. */
function isComparable(written: string, name: string): boolean {
  return name.length >= written.length / 2 && (written.length > 2 || name.length <= written.length * 1.5);
}

/** A third of the digits or half of the words may differ; of a name words may also be left out: 无线电…监管. */
function isNear(distance: number, written: string, text: string, isCode: boolean): boolean {
  if (isCode) return distance <= written.length / 3;
  const onlyLeftOut = written.length > 2 && distance === text.length - written.length;
  return onlyLeftOut || distance <= written.length / 2;
}

function candidate(entry: CatalogEntry, text: string, written: string) {
  return { entry, text, distance: editDistance(written, text), common: commonLength(written, text) };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
