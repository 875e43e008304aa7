import type { FactBase } from '@fiscal/core';
import type { Grid, Line } from '../published/published.js';
import { plain } from '../published/readable.js';
import type { TableReading } from '../tables/read-table.js';
import { fixedFacts } from '../tables/table-pattern.js';
import { type BudgetReading, isBudget, readBudgetTable } from './budget-table.js';
import { CodeBook } from './code-book.js';
import { Findings } from './findings.js';
import { bareTitle } from './bare-title.js';
import { type Heard, readSegment } from './interpret.js';
import type { Outline, OutlinedTable, Parts } from './outline.js';
import { isPart } from './part-of-name.js';
import type { Header, OtherName, Reading, TextStatement } from './reading.js';

/** What a document says, by a template run backwards: first its tables, which name the lines, then its sentences. */
export function readReport(
  outline: Outline,
  parts: Parts,
  header: Header,
  { schema, catalog }: Pick<FactBase, 'schema' | 'catalog'>,
  heard: Heard,
): Reading {
  const findings = new Findings(new CodeBook(catalog), schema, header.moneyUnit);
  const { segments, tables } = outline;
  const ofBudget = header.template === undefined && isBudget(wordsOf(outline));
  for (const table of tables) {
    const { grid, read, above, title } = table;
    const budget =
      ofBudget && !read
        ? readBudgetTable(grid, above.map(({ text }) => text).join(' '), {
            schema,
            catalog,
            year: header.year,
          })
        : undefined;
    if (budget) takeBudget(budget, table, findings);
    else if (read) takeTable(table, findings);
    else leaveTable(grid, title || titleAmong(above), findings);
  }
  const headings = segments.flatMap(({ heading }) => (heading ? [bareTitle(heading.text)] : []));
  const ofTables = tables.flatMap(({ read, title }) => (read ? [title] : []));
  const titles = new Set([...headings, ...ofTables, ...dateLines(header), ...coverLines(header), '目录']);
  for (const segment of segments) readSegment(segment, titles, header.year, findings, heard);
  leaveOpen(outline, parts, findings);
  const result = findings.result();
  const short = shortNameIn(result, header);
  const shortName = header.shortName ?? short.name;
  const otherNames = [...result.otherNames, ...short.others];
  const texts = result.texts.filter(({ path }) => path.length > 1 || !ofHeader.has(path[0]!));
  return {
    ...result,
    ...(ofBudget && { isBudget: true as const }),
    header: { ...header, ...(shortName !== undefined && { shortName }) },
    texts,
    otherNames,
  };
}

/** What the cover says of when it was published, which the header took. */
function dateLines({ publishedOn }: Header): string[] {
  const [year, month, day] = publishedOn?.split('-').map((part) => part.replace(/^0/, '')) ?? [];
  const date = `${year}年${month}月${day}日`;
  return publishedOn === undefined ? [] : [date, `公开时间:${date}`];
}

/** 某市某局2024年度部门决算: what a workbook is called. */
function coverLines({ name, year, kind }: Header): string[] {
  const whole = plain(`${name}${year}年度${kind}`);
  return ['', '公开', '情况说明', '报表', '公开表', '公开报表'].map((rest) => whole + rest);
}

/** A table that stands in the document as text, or as a picture, was not read: what it says is open, not nothing. */
function leaveOpen({ tables, lines }: Outline, { tables: patterns }: Parts, findings: Findings): void {
  const titles = new Map(lines.map((line) => [bareTitle(line.text), line.place]));
  const known = new Set(tables.flatMap(({ read, title }) => (read ? [title] : [])));
  for (const pattern of patterns) {
    const place = titles.get(pattern.title);
    if (place === undefined || pattern.title === '' || known.has(pattern.title)) continue;
    for (const of of fixedFacts(pattern)) findings.open(of, place);
  }
}

const ofHeader = new Set(['简称', '公开时间']);

/** What the text calls the department, if not by its whole name; and where it has the name of somebody else. */
function shortNameIn({ texts }: Pick<Reading, 'texts'>, { name }: Header): ShortName {
  const names = texts.filter(({ path }) => path.length === 1 && path[0] === '简称');
  const usual = names.find(({ text }) => isMostly(names, text))?.text;
  if (usual === undefined) return { others: [] };
  const others = names.flatMap(({ text, place }) =>
    text === usual || isPart(text, name) || isPart(name, text)
      ? []
      : [{ expected: usual, written: text, place }],
  );
  return { ...(usual !== name && { name: usual }), others };
}

interface ShortName {
  name?: string;
  others: OtherName[];
}

function isMostly(names: readonly TextStatement[], text: string): boolean {
  return names.filter((one) => one.text === text).length * 2 > names.length;
}

function wordsOf({ lines, tables }: Outline): string {
  const heads = tables.map(({ grid, above }) =>
    [...above, ...(grid.rows[0] ?? [])].map(({ text }) => text).join(' '),
  );
  return [...lines.map(({ text }) => text), ...heads].join('\n');
}

function takeBudget(
  { figures, lines, rows, columns }: BudgetReading,
  { grid, above, unit }: OutlinedTable,
  findings: Findings,
): void {
  const title = titleAmong(above);
  for (const bindings of lines) findings.line(bindings);
  for (const { of, bindings, said, cell } of figures)
    findings.figure({ of, sign: 1 }, bindings, said, cell.place, { unit });
  if (!grid.isRuled) findings.unread('unruled table', `共 ${grid.rows.length} 行`, grid.place, title);
  if (columns.length > 0) findings.unread('unknown column', columns.join('；'), grid.place, title);
  if (rows.length > 0) findings.unread('unknown row', rows.join('；'), grid.place, title);
}

/** The line above a table that calls it one. */
function titleAmong(above: readonly Line[]): string {
  return plain(above.findLast(({ text }) => /表$/.test(plain(text)))?.text ?? '');
}

/** Notes what a table says; all of it is left over where the template has no such table. */
function takeTable({ grid, title, read, unit }: OutlinedTable, findings: Findings): void {
  if (!read) return;
  const { reading, pattern } = read;
  if (reading.figures.length === 0) findings.blankTable(fixedFacts(pattern), grid.place);
  for (const bindings of reading.lines) {
    findings.line(bindings);
    findings.member(bindings);
  }
  for (const { of, said, bindings, cell } of reading.figures)
    findings.figure({ of, sign: 1 }, bindings, said, cell.place, { unit });
  for (const { of, cell } of reading.blanks) findings.nothing(of, cell.place);
  for (const { among, said, bindings, cell } of reading.alternatives)
    findings.alternative(among, bindings, said, cell.place);
  for (const { of, text, bindings, cell } of reading.texts) findings.text(of, bindings, text, cell.place);
  if (!grid.isRuled) findings.unread('unruled table', `共 ${grid.rows.length} 行`, grid.place, title);
  leaveRest(reading, title, findings);
}

function leaveRest({ unknownRows, unknownColumns }: TableReading, title: string, findings: Findings): void {
  for (const { words, cell, figures } of unknownRows)
    findings.unread('unknown row', `${words} ${figures.join(' ')}`, cell.place, title);
  for (const { header, figures } of unknownColumns) {
    const texts = figures.map(({ text }) => text);
    findings.unread('unknown column', `${header} ${texts.join(' ')}`, figures[0]!.place, title);
  }
}

/** One place that was not understood, whatever its length. */
function leaveTable({ rows, place }: Grid, title: string, findings: Findings): void {
  const words = rows.flatMap((row) => {
    const cells = row.filter((cell, index) => row.indexOf(cell) === index).map(({ text }) => text.trim());
    return cells.filter((text) => text !== '').join(' | ') || [];
  });
  if (words.length > 0) findings.unread('unknown table', words.join('；'), place, title);
}
