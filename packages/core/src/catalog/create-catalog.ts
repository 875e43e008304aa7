import type { Catalog, CatalogEntry, CatalogKind, CatalogLevel, Rename } from './catalog.js';
import { type CatalogData, type CatalogTables, createTables } from './catalog-data.js';
import { levelOfCode, parentCodes } from './code.js';
import { isInDoubt, isSameName } from './names.js';
import { nearestEntries } from './nearest.js';

/** The catalogues of all years that the library's data tell of: each is made when it is first asked for. */
export function createCatalogs(data: CatalogData): (year: number) => Catalog {
  const tables = createTables(data);
  const catalogs = new Map<number, Catalog>();
  return (year) => {
    const catalog = catalogs.get(year) ?? makeCatalog(tables, year);
    catalogs.set(year, catalog);
    return catalog;
  };
}

/**
 * 政府收支分类科目 of one year from the library's data: before the year of a rename a code has its old name,
 * before the year of its introduction and after its withdrawal it is not found.
 */
export function createCatalog(data: CatalogData, year: number): Catalog {
  return makeCatalog(createTables(data), year);
}

function makeCatalog(tables: CatalogTables, year: number): Catalog {
  const listed = new Map<CatalogKind, CatalogEntry[]>();
  const all = (kind: CatalogKind) => {
    let entries = listed.get(kind);
    if (!entries) listed.set(kind, (entries = entriesOfYear(tables, kind, year)));
    return entries;
  };
  const found = new Map<string, CatalogEntry>();
  const find = (kind: CatalogKind, code: string) => {
    const known = found.get(`${kind} ${code}`) ?? entryOfYear(tables, kind, code, year);
    if (known) found.set(`${kind} ${code}`, known);
    return known;
  };
  return {
    year,
    authoritative: false,
    governs: () => false,
    find,
    list: (kind, level: CatalogLevel) => all(kind).filter((entry) => entry.level === level),
    rename: (code, name) => changeOfName(tables.changes(code), name, year),
    changes: (code) => tables.changes(code),
    nearest: (kind, codeOrName, limit) => nearestEntries(all(kind), codeOrName, limit),
  };
}

function entriesOfYear(tables: CatalogTables, kind: CatalogKind, year: number): CatalogEntry[] {
  return tables.table(kind).codes.flatMap((code) => entryOfYear(tables, kind, code, year) ?? []);
}

function entryOfYear(
  tables: CatalogTables,
  kind: CatalogKind,
  code: string,
  year: number,
): CatalogEntry | undefined {
  if (isBeforeParents(tables, code, year)) return undefined;
  const doubtful = tables.changes(code).filter((change) => isInDoubt(change, year));
  const entry = likelyEntry(tables, kind, code, year) ?? doubtfulEntry(tables, kind, doubtful);
  return entry && withAlternatives(entry, doubtful);
}

function likelyEntry(
  tables: CatalogTables,
  kind: CatalogKind,
  code: string,
  year: number,
): CatalogEntry | undefined {
  const changes = tables.changes(code);
  const later = changes.find((change) => change.year > year);
  if (later) return later.old === undefined ? undefined : formerEntry(tables, kind, later, later.old);
  // A supplement that the book itself does not print.
  const last = changes.at(-1);
  return (
    tables.table(kind).entries.get(code) ??
    (last?.new === undefined ? undefined : formerEntry(tables, kind, last, last.new))
  );
}

/** A code that may already, or may still, have been in use. */
function doubtfulEntry(
  tables: CatalogTables,
  kind: CatalogKind,
  [change]: readonly Rename[],
): CatalogEntry | undefined {
  const name = change?.new ?? change?.old;
  return name === undefined ? undefined : formerEntry(tables, kind, change!, name);
}

/** Both names of a change are right while its year is in doubt. */
function withAlternatives(entry: CatalogEntry, doubtful: readonly Rename[]): CatalogEntry {
  if (doubtful.length === 0) return entry;
  const names = doubtful.flatMap((change) => [change.old, change.new]).filter((name) => name !== undefined);
  const others = new Set([...names, ...(entry.alternatives ?? [])]);
  others.delete(entry.name);
  return others.size === 0 ? entry : { ...entry, alternatives: [...others] };
}

/** A 款 that came in 2024 brought its 项 with it. */
function isBeforeParents(tables: CatalogTables, code: string, year: number): boolean {
  return parentCodes(code).some((parent) => {
    const later = tables.changes(parent).find((change) => change.year > year);
    return later !== undefined && later.old === undefined;
  });
}

function formerEntry(tables: CatalogTables, kind: CatalogKind, change: Rename, name: string): CatalogEntry {
  const { code, confirmation, note } = change;
  const { entries } = tables.table(kind);
  const near = entries.get(code) ?? entries.get(code.slice(0, 3));
  return {
    code,
    level: levelOfCode(code)!,
    name,
    kind,
    confirmation,
    ...(near?.budget && { budget: near.budget }),
    ...(near?.group && { group: near.group }),
    ...(note && { note }),
  };
}

/** Prefers the change that makes `name` wrong in `year` over one that makes it right. */
function changeOfName(changes: readonly Rename[], name: string, year: number): Rename | undefined {
  const is = (other: string | undefined) => other !== undefined && isSameName(other, name);
  const wrong = changes.find((change) => is(change.year <= year ? change.old : change.new));
  return wrong ?? changes.find((change) => is(change.old) || is(change.new));
}
