import type { Template } from '@fiscal/core';
import type { Published } from '../published/published.js';
import { plain } from '../published/readable.js';
import { type Matcher, matcherOf, withoutOrdinal } from '../pattern/expression.js';
import { sectionsOf } from '../pattern/sections.js';
import { tablePattern } from '../tables/table-pattern.js';
import type { Header } from './reading.js';

/** How much of a template a document has: the headings that every report has, or the tables, whichever is more. */
export interface Fit {
  share: number;
  /** Headings and tables together. */
  count: number;
}

export function fitOf(published: Published, template: Template, header: Header): Fit {
  const kind = header.kind.slice(0, 2);
  const sections = sectionsOf({ ...header, template, shortName: undefined, kind, isText: () => false });
  const texts = titlesIn(published);
  const headings = sections
    .slice(1)
    .flatMap(({ isAlways, title }) => (isAlways ? [matcherOf([...title])] : []));
  const tables = sections
    .flatMap((section) => section.tables.map(tablePattern))
    .flatMap(({ title, titled }) =>
      title === '' || titled.holes.some(({ kind }) => kind === 'name') ? [] : [titled],
    );
  const found = [headings, tables].map(
    (matchers) => matchers.filter((matcher) => isAmong(matcher, texts)).length,
  );
  const shares = [found[0]! / Math.max(headings.length, 1), found[1]! / Math.max(tables.length, 1)];
  return { share: Math.max(...shares), count: found[0]! + found[1]! };
}

const longestTitle = 80;

function titlesIn({ blocks }: Published): string[] {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : (block.caption ?? [])));
  const short = lines.filter(({ length }) => length < longestTitle);
  return [
    ...new Set(short.map((text) => withoutOrdinal(plain(text)).replace(/(?:公开\d+表)?(?:单位:.*)?$/, ''))),
  ];
}

function isAmong({ expression }: Matcher, texts: readonly string[]): boolean {
  return texts.some((text) => expression.test(text));
}
