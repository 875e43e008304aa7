import type { Template } from '@fiscal/core';
import type { Published } from '../published/published.js';
import { type Matcher, matcherOf } from '../pattern/expression.js';
import { outlineSectionsOf, type SectionPattern } from '../pattern/sections.js';
import { tablePattern } from '../tables/table-pattern.js';
import { bareTitle, behindBareNumber } from './bare-title.js';
import { withHeadingsApart } from './headings-apart.js';
import type { Header } from './reading.js';

/** How much of a template a document has: the headings that every report has, or the tables, whichever is more. */
export interface Fit {
  share: number;
  /** Headings and tables together. */
  count: number;
}

export function fitOf(published: Published, template: Template, header: Header): Fit {
  const kind = header.kind.slice(0, 2);
  const sections = outlineSectionsOf({
    ...header,
    template,
    shortName: undefined,
    kind,
    isText: () => false,
  });
  const texts = titlesIn(published, sections, header.name);
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

/** Short lines, and two that may be one title; each without its number. */
function titlesIn({ blocks }: Published, sections: readonly SectionPattern[], name: string): string[] {
  const written = blocks.flatMap((block) => (block.kind === 'line' ? [block] : []));
  const captions = blocks.flatMap((block) => (block.kind === 'grid' ? (block.caption ?? []) : []));
  const lines = withHeadingsApart(written, sections, name).map(({ text }) => text.trim());
  const pairs = lines.flatMap((text, index) => (index > 0 ? [lines[index - 1]! + text] : []));
  const short = [...captions, ...lines, ...pairs].filter(({ length }) => length < longestTitle);
  const titles = short.map((text) => bareTitle(text).replace(/(?:公开\d+表)?(?:单位:.*)?$/, ''));
  return [...new Set(titles.flatMap((title) => [title, ...behindBareNumber(title)]))];
}

function isAmong({ expression }: Matcher, texts: readonly string[]): boolean {
  return texts.some((text) => expression.test(text));
}
