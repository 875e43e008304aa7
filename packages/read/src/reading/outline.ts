import type { SchemaItem, Template } from '@fiscal/core';
import { attributes, schemaChild } from '@fiscal/core';
import type { Reference } from '../pattern/meaning.js';
import { withoutOrdinal } from '../pattern/expression.js';
import { type SectionPattern, sectionsOf } from '../pattern/sections.js';
import type { Grid, Line, Place, Published } from '../published/published.js';
import { moneyUnitIn } from '../published/money-unit.js';
import { plain } from '../published/readable.js';
import { saidIn } from '../tables/figure-cell.js';
import { findTables, type FoundTable } from '../tables/find-tables.js';
import { readTable, type RecognisedRow, type TableReading } from '../tables/read-table.js';
import { type TablePattern, tablePattern } from '../tables/table-pattern.js';
import type { Header } from './reading.js';
import { withHeadingsApart } from './headings-apart.js';
import { type TableNotes, tableNotes, withNoteSegments } from './note-segments.js';
import { type Segment, segmentsOf } from './segments.js';

/** What reports of one template are made of. */
export interface Parts {
  /** The department. */
  name: string;
  sections: readonly SectionPattern[];
  tables: readonly TablePattern[];
  notes: TableNotes;
}

/** How one document is made: its running text by headings, and its tables. */
export interface Outline {
  /** Lines that are no title of a table. */
  lines: readonly Line[];
  segments: readonly Segment[];
  tables: readonly OutlinedTable[];
}

export interface OutlinedTable extends FoundTable {
  /** As the table of the template that it is most like; none where it is like none. */
  read: { pattern: TablePattern; reading: TableReading } | undefined;
  /** 单位：元, as it is written above it. */
  unit: WrittenUnit | undefined;
  /** A table before it has its title, and other figures in the same rows: which of them is meant nobody can tell. */
  isTitledAsBefore?: true;
  /** The title that stands above it is that of another table, which the document has, too. */
  titledAs?: string;
}

export interface WrittenUnit {
  name: string;
  place: Place;
}

/** The parts of a template for a report with this header. */
export function partsOf(header: Header, template: Template, schema: SchemaItem): Parts {
  const all = sectionsOf({
    template,
    name: header.name,
    shortName: header.shortName,
    year: header.year,
    kind: header.kind.slice(0, 2),
    moneyUnit: header.moneyUnit,
    isText: (reference) => isText(reference, schema),
  });
  const sections = header.template === undefined ? [asPlainText(all)] : all;
  const placed = sections.flatMap((section) =>
    section.tables.map((table) => ({ section, table, pattern: tablePattern(table) })),
  );
  const tables = placed.map(({ pattern }) => pattern);
  return { name: header.name, sections, tables, notes: tableNotes(placed) };
}

/** A text of the author's own, for what no template has a place for: `结构 原文 文字` stands before the report. */
export const ownText = '原文';

/** Without a template: any text, and the tables that reports have everywhere. */
function asPlainText(sections: readonly SectionPattern[]): SectionPattern {
  const tables = sections.flatMap((section) => section.tables);
  return { title: [], depth: 0, content: [], insertions: [{ steps: [ownText] }], tables, isAlways: true };
}

export function outlineOf(published: Published, { name, sections, tables: patterns, notes }: Parts): Outline {
  const found = findTables(published, patterns);
  const titles = new Set(found.flatMap(({ title }) => (title === '' ? [] : [title])));
  const lists = new Set(found.filter(({ grid }) => isContents(grid, titles)));
  const outlined = found.flatMap((table) =>
    lists.has(table) ? [] : [{ ...table, read: bestReading(table), unit: unitAbove(table) }],
  );
  const tables = withoutSecond(retitled(outlined, patterns));
  const known = [...lists, ...tables.filter(({ read }) => read)];
  const ofTables = new Set(known.flatMap(({ blocks }) => blocks));
  const written = published.blocks.filter(
    (block): block is Line => block.kind === 'line' && !ofTables.has(block),
  );
  const lines = withHeadingsApart(written, sections, name);
  return { lines, segments: withNoteSegments(segmentsOf(lines, sections), tables, published, notes), tables };
}

/** A sheet that lists the others: most of its rows only name a table. */
function isContents({ rows }: Grid, titles: ReadonlySet<string>): boolean {
  const naming = rows.filter((row) => row.some(({ text }) => titles.has(withoutOrdinal(plain(text)))));
  return naming.length >= 2 && naming.length * 2 > rows.length;
}

/** Of two tables of one title the one that is, column by column, a table that the document seems to lack. */
function retitled(tables: readonly OutlinedTable[], patterns: readonly TablePattern[]): OutlinedTable[] {
  const known = new Set(tables.map(({ title }) => title));
  const lacking = patterns.filter(({ title }) => title !== '' && !known.has(title));
  return tables.map((table) => {
    const { title, read, grid, bindings } = table;
    if (title === '' || !tables.some((other) => other !== table && other.title === title)) return table;
    const [best, next] = lacking
      .flatMap((pattern) => {
        const reading = readTable(pattern, grid, bindings);
        return reading?.isWhole && reading.rows.length > 0 ? [{ pattern, reading }] : [];
      })
      .sort((a, b) => b.reading.score - a.reading.score);
    const isSure = best && best.reading.score > Math.max(next?.reading.score ?? 0, read?.reading.score ?? 0);
    return isSure ? { ...table, title: best.pattern.title, read: best, titledAs: title } : table;
  });
}

/** A second table of one title that contradicts the first is none of the template's. */
function withoutSecond(tables: readonly OutlinedTable[]): OutlinedTable[] {
  return tables.map((table, index) => {
    const { title, read } = table;
    if (!read || title === '') return table;
    const same = tables
      .slice(0, index)
      .filter((other) => other.title === title && other.read?.pattern === read.pattern);
    const isSecond = same.some((other) => contradicts(read.reading, other.read!.reading));
    return isSecond ? { ...table, read: undefined, isTitledAsBefore: true } : table;
  });
}

/** Rows of one name, not of one project each, with other figures. */
function contradicts({ rows }: TableReading, other: TableReading): boolean {
  const known = new Map(other.rows.map((row) => [`${row.panel} ${row.name}`, row]));
  const isOther = ({ panel, name, cells }: RecognisedRow) => {
    const before = known.get(`${panel} ${name}`)?.cells;
    return [...cells].some(([column, cell]) => {
      const [own, first] = [saidIn(cell.text), saidIn(before?.get(column)?.text ?? '')];
      return own && first && JSON.stringify(own) !== JSON.stringify(first);
    });
  };
  return rows.some(isOther);
}

function unitAbove({ title, above, blocks, grid }: FoundTable): WrittenUnit | undefined {
  const head = grid.rows.slice(0, 2).flatMap((row) => [...new Set(row)]);
  const own = blocks.flatMap((block) => (block.kind === 'line' ? [block] : []));
  for (const { text, place } of [...[...(title === '' ? above : own)].reverse(), ...head]) {
    const name = moneyUnitIn(text);
    if (name !== undefined) return { name, place };
  }
  return undefined;
}

function bestReading({ patterns, grid, bindings, title }: FoundTable): OutlinedTable['read'] {
  const [best] = patterns
    .flatMap((pattern) => {
      const reading = readTable(pattern, grid, bindings);
      return reading && (reading.isWhole || title !== '') ? [{ pattern, reading }] : [];
    })
    .sort((a, b) => b.reading.score - a.reading.score);
  return best;
}

const attributeNames = new Set(attributes.map(({ name }) => name));
const ownTexts = new Set([
  '文字',
  '类别',
  '说明',
  '自评结果',
  '综述',
  '一级',
  '二级',
  '三级',
  '方向',
  '科目',
]);

/** 原因, 用途 …, and what the 结构 calls a text. */
function isText({ variable, steps }: Reference, schema: SchemaItem): boolean {
  const last = steps.at(-1);
  if (typeof last !== 'string') return false;
  if (attributeNames.has(last) || ownTexts.has(last)) return true;
  if (variable) return isTextOfEach(last, schema);
  const item = steps.reduce<SchemaItem | undefined>(
    (known, step) => (typeof step === 'string' ? schemaChild(known, step) : undefined),
    schema,
  );
  return item?.text ?? false;
}

/** 案.主管部门: a variable may be one of any list, whose members may say what is declared of each. */
function isTextOfEach(name: string, { children }: SchemaItem): boolean {
  return [...children.values()].some(({ each }) => schemaChild(each, name)?.text);
}
