/** How far a row of the catalogue was confirmed, weakest last; `own` is a department's own list. */
export type Confirmation = 'own' | 'report' | 'document' | 'name-in-report' | 'code-in-data' | 'recall-only';

export type CatalogKind = 'functional' | 'economic' | 'government-economic' | 'revenue';

export type CatalogLevel = '类' | '款' | '项';

export interface CatalogEntry {
  code: string;
  level: CatalogLevel;
  name: string;
  kind: CatalogKind;
  confirmation: Confirmation;
  /** 一般公共预算, 政府性基金, 国有资本经营 (functional codes only). */
  budget?: string;
  /** 人员经费 or 公用经费 (economic codes only). */
  group?: string;
  explanation?: string;
  /** Names that are right beside `name`: which is official, or since when, is not settled. */
  alternatives?: readonly string[];
  /** Former names, moves and doubts, for a hover. */
  note?: string;
}

/** A change of one code: without `old` it was added, without `new` it was withdrawn. */
export interface Rename {
  code: string;
  old?: string;
  new?: string;
  /** First year of the new name, as far as is known. */
  year: number;
  /** Where the year is in doubt: from here on the new name may be right … */
  earliest: number;
  /** … and from here on the old one is not. */
  latest: number;
  /** How far the old name and the year were confirmed. */
  confirmation: Confirmation;
  note?: string;
}

/**
 * 政府收支分类科目 of one year. A code that is not here is no proof that it does not exist,
 * unless the department gave its own list (`authoritative`).
 */
export interface Catalog {
  year: number;
  authoritative: boolean;
  /** The department's own list speaks of this kind and level, so that what is missing there is wrong. */
  governs(kind: CatalogKind, level: CatalogLevel): boolean;
  find(kind: CatalogKind, code: string): CatalogEntry | undefined;
  /** Entries of a level in code order. */
  list(kind: CatalogKind, level: CatalogLevel): CatalogEntry[];
  /** The change of that code that explains `name`, if `name` is an older or newer name of it. */
  rename(code: string, name: string): Rename | undefined;
  /** Changes of a code, oldest first. */
  changes(code: string): readonly Rename[];
  /** Codes nearest to a code or name that was not found, best first. */
  nearest(kind: CatalogKind, codeOrName: string, limit: number): CatalogEntry[];
}
