import {
  type Catalog,
  type CatalogEntry,
  type CatalogKind,
  type Confirmation,
  parentCodes,
} from '@fiscal/core';
import { CompletionItemKind } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import type { Suggestion } from './suggestion.js';

/** What of the catalogue a line may be: 项 of the functional, 款 of the economic classification. */
const lineLevels = { functional: '项', economic: '款' } as const;

type LineKind = keyof typeof lineLevels;

const confirmationRanks: Record<Confirmation, number> = {
  own: 3,
  report: 3,
  document: 4,
  'name-in-report': 4,
  'code-in-data': 5,
  'recall-only': 6,
};

/** Codes with their names: those of the same 款 and 类 as the report's other lines first, then well confirmed ones. */
export function codeSuggestions(
  catalog: Catalog,
  kind: LineKind,
  used: ReadonlySet<string>,
  form: 'line' | 'code' = 'line',
): Suggestion[] {
  const parents = new Set([...used].flatMap(parentCodes));
  return linesOfCatalog(catalog, kind).map(({ entry, detail }) => ({
    label: `${entry.code} ${entry.name}`,
    kind: CompletionItemKind.EnumMember,
    keys: [entry.name],
    detail,
    documentation: documentationOf(entry),
    ...(form === 'code' && { insert: entry.code }),
    rank: rankOf(entry, used, parents),
  }));
}

/** The official name of a code that is there already. */
export function nameSuggestions(catalog: Catalog, kind: CatalogKind, code: string): Suggestion[] {
  const entry = catalog.find(kind, code);
  if (!entry) return [];
  const detail = pathOf(catalog, entry);
  return [
    {
      label: entry.name,
      kind: CompletionItemKind.EnumMember,
      detail,
      documentation: documentationOf(entry),
      rank: 0,
    },
  ];
}

function rankOf(
  { code, confirmation }: CatalogEntry,
  used: ReadonlySet<string>,
  parents: ReadonlySet<string>,
): number {
  if (used.has(code)) return 9;
  const [top = '', middle = ''] = parentCodes(code);
  const nearness = parents.has(middle) ? 0 : parents.has(top) ? 1 : 2;
  return nearness + confirmationRanks[confirmation] / 10;
}

function documentationOf({ explanation, confirmation }: CatalogEntry): string {
  return [explanation, words.confirmations[confirmation]].filter((part) => part !== undefined).join('\n\n');
}

interface CatalogLine {
  entry: CatalogEntry;
  /** 一般公共服务支出 › 人大事务 */
  detail: string;
}

const ofYear = new Map<string, CatalogLine[]>();
const ofCatalog = new WeakMap<Catalog, Map<LineKind, CatalogLine[]>>();

/** The lines of the standard catalogue are the same for every report of a year. */
function linesOfCatalog(catalog: Catalog, kind: LineKind): CatalogLine[] {
  if (!catalog.authoritative)
    return remembered(ofYear, `${kind} ${catalog.year}`, () => readLines(catalog, kind));
  const own = ofCatalog.get(catalog) ?? new Map<LineKind, CatalogLine[]>();
  ofCatalog.set(catalog, own);
  return remembered(own, kind, () => readLines(catalog, kind));
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

function readLines(catalog: Catalog, kind: LineKind): CatalogLine[] {
  const above = [...catalog.list(kind, '类'), ...catalog.list(kind, '款')];
  const names = new Map(above.map(({ code, name }) => [code, name]));
  return catalog.list(kind, lineLevels[kind]).map((entry) => ({
    entry,
    detail: parentCodes(entry.code)
      .flatMap((code) => names.get(code) ?? [])
      .join(' › '),
  }));
}

function pathOf(catalog: Catalog, { code, kind }: CatalogEntry): string {
  return parentCodes(code)
    .flatMap((parent) => catalog.find(kind, parent)?.name ?? [])
    .join(' › ');
}
