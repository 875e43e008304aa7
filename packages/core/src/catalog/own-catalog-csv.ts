import type { CatalogLevel } from './catalog.js';
import { kindOfCode, levelOfCode } from './code.js';
import { delimitedRecords, type DelimitedRecord } from './delimited-text.js';

/** A line of a department's own list of classification codes. */
export interface OwnCatalogRow {
  code: string;
  name: string;
  explanation?: string;
}

export interface CatalogProblem {
  /** Zero-based. */
  line: number;
  message:
    | 'catalog-header-missing'
    | 'catalog-code-malformed'
    | 'catalog-name-missing'
    | 'catalog-code-duplicate'
    | 'catalog-level-mismatch';
  parameters: Record<string, string>;
}

const columnNames = {
  code: ['编码', '代码', '科目编码', '科目代码'],
  name: ['名称', '科目名称'],
  level: ['级次', '科目级次'],
  explanation: ['说明', '科目说明'],
};
type Columns = Record<keyof typeof columnNames, number>;

/**
 * Reads a finance bureau's list that a department keeps beside its reports: comma- or tab-separated,
 * with a header row that names 编码 and 名称. A line with a problem is left out.
 */
export function parseCatalogCsv(text: string): { rows: OwnCatalogRow[]; problems: CatalogProblem[] } {
  for (const delimiter of [',', '\t'] as const) {
    const records = [...delimitedRecords(text, delimiter)];
    const header = records.findIndex((record) => isHeader(columnsOf(record)));
    if (header >= 0) return readRows(records.slice(header + 1), columnsOf(records[header]!));
  }
  return { rows: [], problems: [problem(0, 'catalog-header-missing')] };
}

function readRows(records: DelimitedRecord[], columns: Columns) {
  const rows = new Map<string, OwnCatalogRow>();
  const problems: CatalogProblem[] = [];
  for (const record of records) {
    if (record.cells.every((cell) => cell === '')) continue;
    const row = readRow(record, columns);
    const message = problemOf(row, rows);
    if (message) problems.push(problem(record.line, message, { code: row.code, name: row.name }));
    else rows.set(row.code, { code: row.code, name: row.name, ...explanationOf(row) });
  }
  return { rows: [...rows.values()], problems };
}

function readRow({ cells }: DelimitedRecord, columns: Columns) {
  const cell = (column: keyof Columns) => cells[columns[column]] ?? '';
  return {
    code: halfWidthDigits(cell('code')),
    name: cell('name'),
    level: halfWidthDigits(cell('level')),
    explanation: cell('explanation'),
  };
}

function problemOf(
  row: ReturnType<typeof readRow>,
  rows: Map<string, OwnCatalogRow>,
): CatalogProblem['message'] | undefined {
  const level = levelOfCode(row.code);
  if (!level || !kindOfCode(row.code)) return 'catalog-code-malformed';
  if (row.name === '') return 'catalog-name-missing';
  if (rows.has(row.code)) return 'catalog-code-duplicate';
  return contradicts(row.level, level) ? 'catalog-level-mismatch' : undefined;
}

/** 级次 is written 类 款 项 or 1 2 3; anything else says nothing. */
function contradicts(stated: string, level: CatalogLevel): boolean {
  const levels = ['类', '款', '项'];
  const meant = levels.includes(stated) ? stated : levels[Number(stated) - 1];
  return meant !== undefined && meant !== level;
}

function explanationOf(row: { explanation: string }): { explanation?: string } {
  return row.explanation === '' ? {} : { explanation: row.explanation };
}

function columnsOf({ cells }: DelimitedRecord): Columns {
  const indexOf = (names: string[]) => cells.findIndex((cell) => names.includes(cell.replace(/\s/g, '')));
  const { code, name, level, explanation } = columnNames;
  return {
    code: indexOf(code),
    name: indexOf(name),
    level: indexOf(level),
    explanation: indexOf(explanation),
  };
}

function isHeader(columns: Columns): boolean {
  return columns.code >= 0 && columns.name >= 0;
}

function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function problem(line: number, message: CatalogProblem['message'], parameters = {}): CatalogProblem {
  return { line, message, parameters };
}
