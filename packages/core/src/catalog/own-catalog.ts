import type { Catalog, CatalogEntry, CatalogKind, CatalogLevel } from './catalog.js';
import { kindOfCode, levelOfCode } from './code.js';
import { isNameOf } from './names.js';
import { nearestEntries } from './nearest.js';
import type { OwnCatalogRow } from './own-catalog-csv.js';

/**
 * The catalogue with a department's own list over it. The list is the authority for every kind and level
 * that it speaks of; for the others (a list of 项 without 类, say) the base still answers.
 */
export function withOwnCatalog(base: Catalog, rows: readonly OwnCatalogRow[]): Catalog {
  const entries = new Map(rows.flatMap((row) => ownEntry(base, row)).map((entry) => [entry.code, entry]));
  const governed = new Set([...entries.values()].map((entry) => `${entry.kind} ${entry.level}`));
  const governs = (kind: CatalogKind, level: CatalogLevel) => governed.has(`${kind} ${level}`);
  const find = (kind: CatalogKind, code: string) => {
    const level = levelOfCode(code);
    if (!level || !governs(kind, level)) return base.find(kind, code);
    return kindOfCode(code) === kind ? entries.get(code) : undefined;
  };
  const list = (kind: CatalogKind, level: CatalogLevel) =>
    governs(kind, level) ? ownList(entries, kind, level) : base.list(kind, level);
  return {
    year: base.year,
    authoritative: governed.size > 0,
    governs,
    find,
    list,
    rename: (code, name) => base.rename(code, name),
    changes: (code) => base.changes(code),
    nearest: (kind, codeOrName, limit) => nearestEntries(allLevels(list, kind), codeOrName, limit),
  };
}

/** Budget and group are no part of such lists; they follow from the same code, or its 类, in the base. */
function ownEntry(base: Catalog, row: OwnCatalogRow): CatalogEntry[] {
  const kind = kindOfCode(row.code);
  const level = levelOfCode(row.code);
  if (!kind || !level) return [];
  const known = base.find(kind, row.code);
  const near = known ?? base.find(kind, row.code.slice(0, 3));
  const explanation = row.explanation ?? (known && isNameOf(known, row.name) ? known.explanation : undefined);
  return [
    {
      code: row.code,
      level,
      name: row.name,
      kind,
      confirmation: 'own',
      ...(near?.budget && { budget: near.budget }),
      ...(near?.group && { group: near.group }),
      ...(explanation && { explanation }),
    },
  ];
}

function ownList(entries: Map<string, CatalogEntry>, kind: CatalogKind, level: CatalogLevel): CatalogEntry[] {
  const list = [...entries.values()].filter((entry) => entry.kind === kind && entry.level === level);
  return list.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function allLevels(list: Catalog['list'], kind: CatalogKind): CatalogEntry[] {
  return (['类', '款', '项'] as const).flatMap((level) => list(kind, level));
}
