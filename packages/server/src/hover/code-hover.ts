import {
  type Catalog,
  catalogKindOf,
  type CatalogEntry,
  certainYear,
  parentCodes,
  type Rename,
} from '@fiscal/core';
import { words } from '../words.zh.js';
import { escapeMarkdown, paragraphs } from './markdown.js';

/** A classification code: 类、款、项 above it, the official explanation, how far it is confirmed, its other names. */
export function codeHover(catalog: Catalog, code: string): string {
  const entry = catalog.find(catalogKindOf(code), code);
  const changes = catalog.changes(code).map(changeText);
  if (!entry) return paragraphs(words.unknownCode(code), changes.join('；'));
  return paragraphs(
    `**${code} ${escapeMarkdown(entry.name)}**`,
    pathText(catalog, code),
    entry.explanation && escapeMarkdown(entry.explanation),
    changes.join('；'),
    alternativesText(entry),
    sourceText(catalog, entry),
  );
}

/** 215 资源勘探工业信息等支出 › 21505 工业和信息产业监管 */
export function pathText(catalog: Catalog, code: string): string {
  return [...parentCodes(code), code]
    .map((above) => {
      const entry = catalog.find(catalogKindOf(above), above);
      return entry ? `${escapeMarkdown(entry.name)}（${entry.level}）` : above;
    })
    .join(' › ');
}

function sourceText({ year }: Catalog, { budget, group, confirmation }: CatalogEntry): string {
  const parts = [words.catalogYear(year), budget, group, words.confirmations[confirmation]];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function alternativesText({ alternatives }: CatalogEntry): string | undefined {
  return (
    alternatives && words.alternatives(alternatives.map((name) => `「${escapeMarkdown(name)}」`).join('、'))
  );
}

function changeText(change: Rename): string {
  return certainYear(change) === undefined
    ? `${whatChanged(change)}${words.yearInDoubt}`
    : whatChanged(change);
}

function whatChanged({ year, old, new: name }: Rename): string {
  if (old === undefined) return words.introduced(year);
  return name === undefined
    ? words.withdrawn(year)
    : words.renamed(year, escapeMarkdown(old), escapeMarkdown(name));
}
