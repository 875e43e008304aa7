import type { CatalogEntry, CatalogKind, Confirmation, Rename } from './catalog.js';
import { kindOfCode, levelOfCode } from './code.js';

/**
 * The catalogue as the library ships it: per table one row per line, columns parted by tabs.
 * Entries: code, name, confirmation, budget, group, explanation, note, alternatives (parted by |).
 * History: code, year, old, new, confirmation, note, earliest, latest.
 */
export interface CatalogData {
  readonly functional: string;
  readonly economic: string;
  readonly governmentEconomic: string;
  readonly revenue: string;
  readonly history: string;
}

export interface CatalogTable {
  entries: ReadonlyMap<string, CatalogEntry>;
  /** Codes of this and of former years, in order. */
  codes: readonly string[];
}

export interface CatalogTables {
  table(kind: CatalogKind): CatalogTable;
  /** Changes of a code, oldest first. */
  changes(code: string): readonly Rename[];
}

/** The parsed tables: each is read when it is first asked for. */
export function createTables(data: CatalogData): CatalogTables {
  const history = once(() => parseHistory(data.history));
  const table = (kind: CatalogKind, name: keyof CatalogData) =>
    once(() => parseTable(kind, data[name], history()));
  const tables: Record<CatalogKind, () => CatalogTable> = {
    functional: table('functional', 'functional'),
    economic: table('economic', 'economic'),
    'government-economic': table('government-economic', 'governmentEconomic'),
    revenue: table('revenue', 'revenue'),
  };
  return { table: (kind) => tables[kind](), changes: (code) => history().get(code) ?? [] };
}

function parseTable(kind: CatalogKind, text: string, history: ReadonlyMap<string, Rename[]>): CatalogTable {
  const entries = new Map(rows(text).map((cells) => [cells[0]!, parseEntry(kind, cells)]));
  const former = [...history.keys()].filter((code) => kindOfCode(code) === kind);
  return { entries, codes: [...new Set([...entries.keys(), ...former])].sort() };
}

function parseEntry(kind: CatalogKind, cells: string[]): CatalogEntry {
  const [code = '', name = '', confirmation, budget, group, explanation, note, alternatives] = cells;
  const entry: CatalogEntry = {
    code,
    level: levelOfCode(code)!,
    name,
    kind,
    confirmation: confirmation as Confirmation,
  };
  return {
    ...entry,
    ...filled({ budget, group, explanation, note }),
    ...(alternatives && { alternatives: alternatives.split('|') }),
  };
}

function parseHistory(text: string): Map<string, Rename[]> {
  const changes = new Map<string, Rename[]>();
  for (const change of rows(text).map(parseChange)) {
    changes.set(change.code, [...(changes.get(change.code) ?? []), change]);
  }
  for (const list of changes.values()) list.sort((a, b) => a.year - b.year);
  return changes;
}

function parseChange(cells: string[]): Rename {
  const [code = '', year = '', old, renamed, confirmation, note, earliest, latest] = cells;
  const change = {
    code,
    year: Number(year),
    earliest: Number(earliest || year),
    latest: Number(latest || year),
    confirmation: confirmation as Confirmation,
  };
  return { ...change, ...filled({ old, new: renamed, note }) };
}

/** Leaves out empty cells. */
function filled<T extends Record<string, string | undefined>>(cells: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell)) as { [K in keyof T]?: string };
}

function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
