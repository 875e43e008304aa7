import {
  type Catalog,
  type CatalogKind,
  type LineKind,
  type Measure,
  type SchemaItem,
  schemaChild,
  total,
} from '@fiscal/core';
import { withoutOrdinal } from '../pattern/expression.js';
import { plain, spelled } from '../published/readable.js';
import { saidIn } from '../tables/figure-cell.js';
import type { Panel } from './columns.js';

/** The block that a table is pasted into. */
export interface PasteTarget {
  kind: LineKind;
  /** Of which classification the codes of its lines are; none: its lines are items with names. */
  classification: Extract<CatalogKind, 'functional' | 'economic'> | undefined;
  schema: SchemaItem | undefined;
  catalog: Catalog;
  year: number;
  /** 合计 is written in it already. */
  hasTotal: boolean;
}

/** A row as it was understood: a code or the name of an item, and its figures by measure. */
export interface PastedRow {
  code: string;
  name: string;
  isTotal: boolean;
  figures: ReadonlyMap<Measure, string>;
}

/** Nothing for a row without words or figures; `row` is missing where it is none of the block. */
export function pastedRow(
  texts: readonly string[],
  panel: Panel,
  target: PasteTarget,
): { row?: PastedRow; unread: string[] } {
  const code = codeIn(panel.codes.map((at) => texts[at]!));
  const name = spelled(plain(panel.name === undefined ? '' : texts[panel.name]!));
  const cells = panel.figures.map((column) => ({ ...column, text: texts[column.at]!.trim() }));
  const filled = cells.filter(({ text }) => !/^[-—–/\s]*$/.test(text));
  if (filled.length === 0) return { unread: [] };
  const subject = subjectOf(code, name, target);
  const asCopied = [code, name, ...filled.map(({ text }) => text)].filter(Boolean).join(' ');
  if (!subject) return { unread: [asCopied] };
  const figures = new Map<Measure, string>();
  const unread: string[] = [];
  for (const { text, header, meaning } of filled) {
    if (meaning?.kind === 'nothing') continue;
    const said = saidIn(text);
    if (meaning && said && 'digits' in said) figures.set(meaning.measure, said.digits);
    else unread.push([code, name, header, text].filter(Boolean).join(' '));
  }
  return figures.size === 0 ? { unread: [asCopied] } : { row: { ...subject, figures }, unread };
}

/** A code in one cell, or cut into 类, 款 and 项: 201|26|01, or 201|20126|2012601. */
function codeIn(cells: readonly string[]): string {
  const texts = cells.map(plain).filter((text) => text !== '');
  const isNested = texts.every((text, index) => index === 0 || text.startsWith(texts[index - 1]!));
  return isNested ? (texts.at(-1) ?? '') : texts.join('');
}

/** 类, 款 and 项 of functions begin with a 2; those of economic subjects have no 项. */
const codes = { functional: /^2\d{2}(?:\d{2}){0,2}$/, economic: /^[3-5]\d{2}(?:\d{2})?$/ };

function subjectOf(code: string, name: string, target: PasteTarget): Omit<PastedRow, 'figures'> | undefined {
  const { classification, catalog, schema } = target;
  if (classification) {
    if (isTotal(name || code)) return { code: '', name: total, isTotal: true };
    if (!codes[classification].test(code)) return undefined;
    return { code, name: name || (catalog.find(classification, code)?.name ?? ''), isTotal: false };
  }
  const bare = withoutOrdinal(name);
  for (const written of [name, bare, bare.replace(/^(?:其中[：:]|[(（]\d+[)）])/, '')]) {
    const item = schemaChild(schema, written);
    if (item) return { code: '', name: item.name, isTotal: item.name === total };
  }
  return undefined;
}

function isTotal(name: string): boolean {
  return /^(?:合计|总计|本年(?:支出|收入)合计|支出合计|收入合计)$/.test(name);
}
