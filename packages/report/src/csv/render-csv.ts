import { stringify } from 'csv-stringify/sync';
import type { ReportDocument, Table } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { printable } from '../document/printable.js';
import { type NamedTable, tablesIn } from '../document/tables-in.js';
import { headerPositions } from '../table-layout/header-positions.js';
import { type CellValue, cellValue } from '../table-values.js';
import { words } from '../words.js';

export interface CsvTables {
  /** Which table stands in which file. */
  list: string;
  /** Each table by its path: tables/01-公开01表-收入支出决算总表.csv. */
  tables: Map<string, string>;
}

/** Every table as a file of its own, for Excel and programs: UTF-8 with BOM, no text that would be run as a formula. */
export function renderCsv({ blocks }: ReportDocument): CsvTables {
  const tables = tablesIn(blocks);
  const paths = tables.map((named, index) => pathOf(named, index, tables.length));
  const rows = tables.map(({ table, name }, index) => [plainText(table.label), name, paths[index]!]);
  return {
    list: csv([[...words.csvColumns], ...rows].map((cells) => cells.map(text))),
    tables: new Map(tables.map(({ table }, index) => [paths[index]!, tableCsv(table)])),
  };
}

function pathOf({ table, name: title }: NamedTable, index: number, count: number): string {
  const number = String(index + 1).padStart(String(count).length, '0');
  const parts = [number, plainText(table.label), title].map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-'));
  const kept = parts.map((part) => part.replace(/^-+|-+$/g, '')).filter((part) => part !== '');
  return `tables/${[...kept.join('-')].slice(0, 60).join('')}.csv`;
}

/** Title, label and unit, headers, rows, notes; a merged header stands where its merge begins. */
function tableCsv(table: Table): string {
  const { title, label, unit, rows, notes } = table;
  const head = [title, label].map(cellText);
  const lines: CellValue[][] = [
    ...(title.length > 0 ? [[head[0]!]] : []),
    ...(label.length > 0 || unit !== '' ? [[head[1]!, text(unit)]] : []),
    ...headerLines(table),
    ...rows.map(({ cells }) => cells.map(({ content }) => cellValue(content))),
    ...notes.map((note) => [cellText(note)]),
  ];
  return csv(lines);
}

function headerLines({ header, columns }: Table): CellValue[][] {
  const lines = header.map(() => columns.map(() => text('')));
  const places = new Map(headerPositions(header).map(({ cell, column }) => [cell, column]));
  for (const [row, cells] of header.entries())
    for (const cell of cells) lines[row]![places.get(cell)!] = cellText(cell.content);
  return lines;
}

function cellText(content: Parameters<typeof cellValue>[0]): CellValue {
  return text(cellValue(content).text);
}

function text(words: string): CellValue {
  return { kind: 'words', text: printable(words) };
}

/** A figure that begins with a minus is no formula; digits are not parted, so that programs read them. */
function csv(lines: readonly CellValue[][]): string {
  return stringify(
    lines.map((line) => line.map(cellOf)),
    {
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: false,
    },
  );
}

/** What Excel, and whoever opens it from a mail, would take for a formula begins with an apostrophe. */
const formula = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

function cellOf(value: CellValue): string {
  if (value.kind === 'number')
    return value.percent ? value.text : value.text.replaceAll(',', '').replace('−', '-');
  return formula.test(value.text) ? `'${value.text}` : value.text;
}
