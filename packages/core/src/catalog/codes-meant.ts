import type { Catalog, CatalogEntry, CatalogKind } from './catalog.js';
import { isNameOf } from './names.js';

/** Nobody looks through more. */
const mostCodes = 3;

/** Codes that tell which 款 a line may be of: those of its block, of the rest of the report; 款 of the department's own. */
export interface NearCodes {
  inBlock: Iterable<string>;
  elsewhere: Iterable<string>;
  own: ReadonlySet<string>;
}

/**
 * The codes that may be meant where a code is too short or too long for the line of that name: 20126 行政运行 is 2012601, so is
 * 201260. Of 类 and 款 those below it, of others those that lack a digit or have one too many; the nearest first.
 */
export function codesMeant(
  catalog: Catalog,
  kind: CatalogKind,
  code: string,
  name: string,
  near: NearCodes,
): CatalogEntry[] {
  const levels = kind === 'functional' ? (['项', '款'] as const) : (['款'] as const);
  const bearing = levels
    .flatMap((level) => catalog.list(kind, level))
    .filter((entry) => isNameOf(entry, name));
  bearing.sort(byNearness(near));
  const below = bearing.filter((entry) => entry.code.startsWith(code) && entry.code !== code);
  const others = bearing.filter((entry) => hasDigitsOf(entry.code, code) || hasDigitsOf(code, entry.code));
  return [...new Set([...below, ...others])].slice(0, mostCodes);
}

/** Of a 款 that the block has lines of, of one that the report speaks of, of the department's own, of the rest. */
function byNearness({ inBlock, elsewhere, own }: NearCodes): (a: CatalogEntry, b: CatalogEntry) => number {
  const headings = (codes: Iterable<string>) => new Set([...codes].map((code) => code.slice(0, 5)));
  const ranks = [headings(inBlock), headings(elsewhere), own];
  const rankOf = ({ code }: CatalogEntry) => {
    const rank = ranks.findIndex((some) => some.has(code.slice(0, 5)));
    return rank < 0 ? ranks.length : rank;
  };
  return (a, b) => rankOf(a) - rankOf(b);
}

/** Whether one code is the other with some digits left out. */
function hasDigitsOf(whole: string, part: string): boolean {
  let at = 0;
  for (const digit of whole) if (digit === part[at]) at++;
  return at === part.length && whole.length - part.length <= 2;
}

/** Whether two neighbouring digits of a code changed places. */
export function areSwapped(code: string, other: string): boolean {
  if (code.length !== other.length) return false;
  const places = [...code].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [left = 0, right = 0] = places;
  return (
    places.length === 2 && right === left + 1 && code[left] === other[right] && code[right] === other[left]
  );
}
