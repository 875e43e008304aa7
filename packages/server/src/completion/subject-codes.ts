import { type Catalog, type CatalogEntry, type CatalogKind, parentCodes } from '@fiscal/core';
import { CompletionItemKind } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import { subjectRanks, type Surroundings } from './subject-ranks.js';
import type { Suggestion } from './suggestion.js';

/** What of the catalogue a line may be: 项 of the functional, 款 of the economic classification. */
const lineLevels = { functional: '项', economic: '款' } as const;

type LineKind = keyof typeof lineLevels;

/** Codes with their names, those first that are nearest to what the author may want; in each row its 款. */
export function codeSuggestions(
  catalog: Catalog,
  kind: LineKind,
  surroundings: Surroundings,
  form: 'line' | 'code' = 'line',
): Suggestion[] {
  const rankOf = subjectRanks(surroundings, catalog);
  return linesOfCatalog(catalog, kind).map(({ entry, detail, heading }) => ({
    label: `${entry.code} ${entry.name}`,
    kind: CompletionItemKind.EnumMember,
    keys: [entry.name],
    ...(heading && { labelDetails: { description: heading } }),
    detail,
    documentation: () => documentationOf(entry),
    ...(form === 'code' && { insert: entry.code }),
    rank: rankOf(entry),
    isWritten: surroundings.inBlock.has(entry.code),
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
      documentation: () => documentationOf(entry),
      rank: 0,
    },
  ];
}

function documentationOf({ explanation, confirmation }: CatalogEntry): string {
  return [explanation, words.confirmations[confirmation]].filter((part) => part !== undefined).join('\n\n');
}

interface CatalogLine {
  entry: CatalogEntry;
  /** 一般公共服务支出 › 人大事务 */
  detail: string;
  /** 人大事务 */
  heading: string | undefined;
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
  return catalog.list(kind, lineLevels[kind]).map((entry) => {
    const path = parentCodes(entry.code).flatMap((code) => names.get(code) ?? []);
    return { entry, detail: path.join(' › '), heading: path.at(-1) };
  });
}

function pathOf(catalog: Catalog, { code, kind }: CatalogEntry): string {
  return parentCodes(code)
    .flatMap((parent) => catalog.find(kind, parent)?.name ?? [])
    .join(' › ');
}
