import { type Matcher, matcherOf } from '../pattern/expression.js';
import { notesOf, type SectionPattern, type SectionTable } from '../pattern/sections.js';
import type { Line, Published } from '../published/published.js';
import { plain } from '../published/readable.js';
import type { TablePattern } from '../tables/table-pattern.js';
import type { OutlinedTable } from './outline.js';
import type { Segment } from './segments.js';

/** What stands below tables, for documents of tables alone: a workbook has none of the headings above them. */
export type TableNotes = ReadonlyMap<TablePattern, NotesOfTable>;

interface NotesOfTable {
  /** The section of the template that the table stands in. */
  within: SectionPattern;
  /** The notes alone, as a section of their own. */
  section: SectionPattern;
  matchers: readonly Matcher[];
}

interface PlacedTable {
  section: SectionPattern;
  table: SectionTable;
  pattern: TablePattern;
}

/** More notes no table has. */
const mostNotes = 4;

export function tableNotes(tables: readonly PlacedTable[]): TableNotes {
  return new Map(
    tables.map(({ section, table, pattern }) => {
      const content = notesOf(table);
      const own = { title: [], depth: 1, content, insertions: [], tables: [], isAlways: false };
      const matchers = content.map((note) => matcherOf([note]));
      return [pattern, { within: section, section: own, matchers }];
    }),
  );
}

/** Notes below tables that do not stand below their own heading, as segments of their own. */
export function withNoteSegments(
  segments: readonly Segment[],
  tables: readonly OutlinedTable[],
  { blocks }: Published,
  notes: TableNotes,
): Segment[] {
  const sections = new Map(segments.flatMap(({ section, lines }) => lines.map((line) => [line, section])));
  const own = tables.flatMap(({ read, blocks: parts, bindings }): Segment[] => {
    const known = read && notes.get(read.pattern);
    if (!known) return [];
    const from = blocks.indexOf(parts.at(-1)!) + 1;
    const lines = blocks
      .slice(from, from + mostNotes)
      .filter((block): block is Line => block.kind === 'line')
      .filter((line) => sections.has(line) && sections.get(line) !== known.within)
      .filter(({ text }) => known.matchers.some(({ expression }) => expression.test(plain(text))));
    return lines.length > 0 ? [{ section: known.section, heading: undefined, bindings, lines }] : [];
  });
  if (own.length === 0) return [...segments];
  const taken = new Set(own.flatMap(({ lines }) => lines));
  return [
    ...segments.map((one) => ({ ...one, lines: one.lines.filter((line) => !taken.has(line)) })),
    ...own,
  ];
}
