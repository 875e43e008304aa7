import type { Catalog, SchemaItem, Template } from '@fiscal/core';
import { attributes, schemaChild } from '@fiscal/core';
import type { Grid, Line, Published } from '../published/published.js';
import type { Reference } from '../pattern/meaning.js';
import { type SectionPattern, sectionsOf } from '../pattern/sections.js';
import type { Expected } from '../pattern/text-patterns.js';
import { findTables, type FoundTable } from '../tables/find-tables.js';
import { readTable, type TableReading } from '../tables/read-table.js';
import { fixedFacts, tablePattern } from '../tables/table-pattern.js';
import { withoutOrdinal } from '../pattern/expression.js';
import { plain } from '../published/readable.js';
import { CodeBook } from './code-book.js';
import { Findings } from './findings.js';
import { bareTitle, readSegment } from './interpret.js';
import type { Header, Reading } from './reading.js';
import { segmentsOf } from './segments.js';

export interface ReadingContext {
  header: Header;
  template: Template;
  schema: SchemaItem;
  catalog: Catalog;
}

/** What a document says, by a template run backwards: first its tables, which name the lines, then its sentences. */
export function readReport(
  published: Published,
  { header, template, schema, catalog }: ReadingContext,
): Reading {
  const expected: Expected = {
    template,
    name: header.name,
    shortName: header.shortName,
    year: header.year,
    kind: header.kind.slice(0, 2),
    moneyUnit: header.moneyUnit,
    isText: (reference) => isText(reference, schema),
  };
  const all = sectionsOf(expected);
  const sections = header.template === undefined ? [asPlainText(all)] : all;
  const findings = new Findings(new CodeBook(catalog));
  const tables = readTables(published, sections, findings);
  const ofTables = new Set(tables.flatMap(({ blocks }) => blocks));
  const lines = published.blocks.filter(
    (block): block is Line => block.kind === 'line' && !ofTables.has(block),
  );
  const segments = segmentsOf(lines, sections);
  const headings = segments.flatMap(({ heading }) => (heading ? [bareTitle(heading.text)] : []));
  const titles = new Set([...headings, ...tables.map(({ title }) => title), '目录']);
  for (const segment of segments) readSegment(segment, titles, findings);
  leaveOpen(tables, sections, lines, findings);
  const result = findings.result();
  const shortName = header.shortName ?? shortNameIn(result, header);
  const texts = result.texts.filter(({ path }) => path.length > 1 || !ofHeader.has(path[0]!));
  return { ...result, header: { ...header, ...(shortName !== undefined && { shortName }) }, texts };
}

/** A table that stands in the document as text, or as a picture, was not read: what it says is open, not nothing. */
function leaveOpen(
  read: readonly FoundTable[],
  sections: readonly SectionPattern[],
  lines: readonly Line[],
  findings: Findings,
): void {
  const titles = new Map(lines.map((line) => [bareTitle(line.text), line.place]));
  const known = new Set(read.map(({ title }) => title));
  for (const pattern of sections.flatMap(({ tables }) => tables.map(tablePattern))) {
    const place = titles.get(pattern.title);
    if (place === undefined || pattern.title === '' || known.has(pattern.title)) continue;
    for (const of of fixedFacts(pattern)) findings.open(of, place);
  }
}

/** Without a template: any text, and the tables that reports have everywhere. */
function asPlainText(sections: readonly SectionPattern[]): SectionPattern {
  const tables = sections.flatMap((section) => section.tables);
  return { title: [], depth: 0, content: [], insertions: [{ steps: ['正文'] }], tables, isAlways: true };
}

const ofHeader = new Set(['简称', '公开时间']);

/** What the text calls the department, if not by its whole name. */
function shortNameIn({ texts }: Pick<Reading, 'texts'>, { name }: Header): string | undefined {
  const names = texts.flatMap(({ path, text }) => (path.length === 1 && path[0] === '简称' ? [text] : []));
  const [first] = names;
  return first !== undefined && first !== name && names.every((one) => one === first) ? first : undefined;
}

/** Reads the tables; gives those that the template knows. */
function readTables(
  published: Published,
  sections: readonly SectionPattern[],
  findings: Findings,
): FoundTable[] {
  const patterns = sections.flatMap(({ tables }) => tables.map(tablePattern));
  const found = findTables(published, patterns);
  const titles = new Set(found.flatMap(({ title }) => (title === '' ? [] : [title])));
  return found.filter((table) => isContents(table.grid, titles) || takeTable(table, findings));
}

/** A sheet that lists the others: most of its rows only name a table. */
function isContents({ rows }: Grid, titles: ReadonlySet<string>): boolean {
  const naming = rows.filter((row) => row.some(({ text }) => titles.has(withoutOrdinal(plain(text)))));
  return naming.length >= 2 && naming.length * 2 > rows.length;
}

/** Notes what a table says; false where the template has no such table. */
function takeTable({ grid, patterns, bindings: outer, title }: FoundTable, findings: Findings): boolean {
  const readings = patterns.flatMap((pattern) => readTable(pattern, grid, outer) ?? []);
  const [reading] = readings
    .filter(({ isWhole }) => isWhole || title !== '')
    .sort((a, b) => b.score - a.score);
  if (!reading) {
    leaveTable(grid, title, findings);
    return false;
  }
  for (const bindings of reading.lines) {
    findings.line(bindings);
    findings.member(bindings);
  }
  for (const { of, said, bindings, cell } of reading.figures)
    findings.figure({ of, sign: 1 }, bindings, said, cell.place);
  for (const { among, said, bindings, cell } of reading.alternatives)
    findings.alternative(among, bindings, said, cell.place);
  for (const { of, text, bindings, cell } of reading.texts) findings.text(of, bindings, text, cell.place);
  leaveRest(reading, title, findings);
  return true;
}

function leaveRest({ unknownRows, unknownColumns }: TableReading, title: string, findings: Findings): void {
  for (const { words, cell, figures } of unknownRows)
    findings.unread('unknown row', `${words} ${figures.join(' ')}`, cell.place, title);
  for (const { header, figures } of unknownColumns) {
    const texts = figures.map(({ text }) => text);
    findings.unread('unknown column', `${header} ${texts.join(' ')}`, figures[0]!.place, title);
  }
}

function leaveTable({ rows, place }: Grid, title: string, findings: Findings): void {
  for (const row of rows) {
    const cells = row.filter((cell, index) => row.indexOf(cell) === index).map(({ text }) => text.trim());
    const words = cells.filter((text) => text !== '').join(' | ');
    if (plain(words) !== '') findings.unread('unknown table', words, place, title);
  }
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
  if (variable) return false;
  const item = steps.reduce<SchemaItem | undefined>(
    (known, step) => (typeof step === 'string' ? schemaChild(known, step) : undefined),
    schema,
  );
  return item?.text ?? false;
}
