import { type Fact, factsOf, type Finding, newMessage, parseFigure } from '@fiscal/core';
import type { Cell } from '../published/published.js';
import { plain, spelled } from '../published/readable.js';
import { bareTitle } from '../reading/bare-title.js';
import type { Outline, OutlinedTable } from '../reading/outline.js';
import { saidIn } from '../tables/figure-cell.js';
import type { RecognisedRow } from '../tables/read-table.js';
import type { Comparison } from './comparison.js';
import { isExplained } from './explained.js';
import { isSuspect } from './found.js';

/** Tables that are missing or empty, and cells that are not what the report's figures give. */
export function compareTables(outline: Outline, wanted: Outline, comparison: Comparison): Finding[] {
  const titled = wanted.tables.filter(({ title, read }) => title !== '' && read);
  if (titled.length === 0) return [];
  const read = outline.tables.filter((table) => table.read);
  const lines = new Set(outline.lines.map(({ text }) => bareTitle(text)));
  const missing: string[] = [];
  const findings: Finding[] = [];
  for (const table of titled) {
    const own = read.find((one) => isSameTable(one, table));
    if (own) findings.push(...compareTable(own, table, comparison));
    else if (!lines.has(bareTitle(table.title))) missing.push(`「${spelled(table.title)}」`);
    else if (read.length > 0 && hasAmounts(table))
      findings.push(...titleAlone(table.title, outline, comparison));
  }
  findings.push(...outline.tables.flatMap((table) => titledAgain(table, comparison)));
  const [place] = [...outline.lines, ...outline.tables.map(({ grid }) => grid)];
  if (missing.length === 0 || !place) return findings;
  const origin = comparison.originOf(place.place);
  // A text alone was published without its annex, or that is another file.
  if (read.length === 0) return [newMessage('L014', origin, 'no-tables', {}), ...findings].map(asNote);
  return [newMessage('L014', origin, 'missing-tables', { tables: missing.join('、') }), ...findings];
}

/** Its title is that of a table before it, or the other way round. */
function titledAgain(
  { title, blocks, isTitledAsBefore, titledAs }: OutlinedTable,
  { originOf }: Comparison,
): Finding[] {
  const origin = originOf(blocks[0]!.place);
  if (titledAs !== undefined) {
    const [found, table] = [titledAs, title].map((one) => `「${spelled(one)}」`) as [string, string];
    return [newMessage('L014', origin, 'title-of-another', { found, table })];
  }
  return isTitledAsBefore
    ? [newMessage('L014', origin, 'title-again', { table: `「${spelled(title)}」` })]
    : [];
}

/** Of a table of nothing its note may be all. */
function hasAmounts({ read }: OutlinedTable): boolean {
  return read!.reading.rows.some(({ cells }) => [...cells.values()].some(isAmount));
}

/** A title without its table; a table that stands as text, or was not recognised, is there all the same. */
function titleAlone(title: string, { lines, tables }: Outline, { originOf }: Comparison): Finding[] {
  const from = lines.findLastIndex(({ text }) => bareTitle(text) === bareTitle(title));
  const behind = lines.slice(from + 1, from + 1 + farthestRow);
  const end = behind.findIndex(({ level }) => level !== undefined);
  const isText = behind.slice(0, end < 0 ? undefined : end).some(({ text }) => isRowOfText(text));
  if (isText || tables.some((one) => !one.read && one.title === title)) return [];
  return [
    newMessage('L014', originOf(lines[from]!.place), 'title-alone', { table: `「${spelled(title)}」` }),
  ];
}

/** Unit, head and numbers of columns may stand before the first row, each cell on its own line. */
const farthestRow = 30;

/** Figures, and no sentence. */
function isRowOfText(text: string): boolean {
  return !/[。；]/.test(text) && /\d[\d,]*\.\d\d(?!\d)/.test(text);
}

function asNote(finding: Finding): Finding {
  return finding.data.kind === 'message' && finding.data.code === 'no-tables'
    ? { ...finding, severity: 'information' }
    : finding;
}

function isSameTable(one: OutlinedTable, other: OutlinedTable): boolean {
  return one.read!.pattern === other.read!.pattern && one.title === other.title;
}

function compareTable(own: OutlinedTable, wanted: OutlinedTable, comparison: Comparison): Finding[] {
  const cells = pairsOfCells(own.read!.reading.rows, wanted.read!.reading.rows);
  const [printed, needed] = [
    cells.filter(({ own: one }) => isAmount(one)),
    cells.filter((one) => isAmount(one.wanted)),
  ];
  const origin = comparison.originOf(own.grid.rows[0]?.[0]?.place ?? own.grid.place);
  const table = `「${spelled(own.title)}」`;
  if (printed.length === 0 && needed.length > 0)
    return [newMessage('L014', origin, 'empty-table', { table })];
  const rows = missingRows(own, wanted, comparison);
  const missing =
    rows.length > 0 ? [newMessage('L014', origin, 'missing-rows', { table, rows: listed(rows) })] : [];
  return [...missing, ...cells.flatMap((pair) => compareCell(pair, table, comparison))];
}

/** Rows that the document does not have at all, though it says elsewhere what stands in them. */
function missingRows(own: OutlinedTable, wanted: OutlinedTable, comparison: Comparison): string[] {
  const { rows, unknownRows } = own.read!.reading;
  const there = new Map(keyed(rows));
  const levels = new Set(rows.map(levelOf));
  return [...keyed(wanted.read!.reading.rows)].flatMap(([key, row]) => {
    if (there.has(key)) return [];
    // What a line comes to follows from other tables; a table that has lines of its kind has all of them.
    const isLine = levelOf(row) !== undefined && levels.has(levelOf(row)) && unknownRows.length === 0;
    const isSaid = [...row.cells.values()].some((cell) => isSaidElsewhere(cell, isLine, comparison));
    return isSaid ? [`「${spelled(labelOf(row, wanted))}」`] : [];
  });
}

/** 215 资源勘探工业信息等支出: a code with its name, as the table has it. */
function labelOf({ name, cells }: RecognisedRow, { grid }: OutlinedTable): string {
  if (!/^\d+$/.test(name)) return name;
  const [cell] = cells.values();
  const words = (grid.rows[cell?.row ?? -1] ?? []).map(({ text }) => text.trim());
  const own = words.slice(words.indexOf(name) + 1).find((text) => /\p{Script=Han}/u.test(text));
  return own === undefined || !words.includes(name) ? name : `${name} ${own}`;
}

/** Digits of the code that names a row. */
function levelOf({ name }: RecognisedRow): number | undefined {
  return /^\d{3,7}$/.test(name) ? name.length : undefined;
}

/** An amount that somebody wrote: rows of nothing a house may leave out, and what is only computed. */
function isSaidElsewhere(cell: Cell, isLine: boolean, { figuresIn, suspects }: Comparison): boolean {
  const figure = figuresIn(cell)[0]?.figure;
  if (!figure?.fact || figure.isOpen || !isAmount(cell)) return false;
  return (isLine || figure.fact.statements.length > 0) && !isSuspect(factsOf(figure), suspects);
}

const mostRowsTold = 5;

function listed(rows: readonly string[]): string {
  const some = rows.slice(0, mostRowsTold).join('、');
  return rows.length > mostRowsTold ? `${some} 等 ${rows.length} 行` : some;
}

interface CellPair {
  row: string;
  own: Cell;
  wanted: Cell;
}

/** Cells of one row and one column; of rows with one name the first with the first. */
function pairsOfCells(own: readonly RecognisedRow[], wanted: readonly RecognisedRow[]): CellPair[] {
  const rows = new Map<string, RecognisedRow>();
  for (const [key, row] of keyed(own)) rows.set(key, row);
  return [...keyed(wanted)].flatMap(([key, { cells, name }]) =>
    [...cells].flatMap(([column, cell]) => {
      const found = rows.get(key)?.cells.get(column);
      return found ? [{ row: name, own: found, wanted: cell }] : [];
    }),
  );
}

function* keyed(rows: readonly RecognisedRow[]): Generator<[string, RecognisedRow]> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.panel} ${row.name}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    yield [`${key} ${count}`, row];
  }
}

function compareCell({ row, own, wanted }: CellPair, table: string, comparison: Comparison): Finding[] {
  const figure = comparison.figuresIn(wanted)[0]?.figure;
  if (!figure || figure.isOpen || !isAmount(wanted) || isSuspect(factsOf(figure), comparison.suspects))
    return [];
  const origin = comparison.originOf(own.place);
  const parameters = { table, row: spelled(row), wanted: wanted.text };
  if (isCorrected(own, factsOf(figure), comparison)) return [];
  if (plain(own.text) === '') {
    // What is computed from other cells a house may leave out.
    const isStated = figure.fact !== undefined && figure.fact.statements.length > 0;
    return isStated ? [newMessage('L012', origin, 'blank-cell', parameters)] : [];
  }
  const [said, meant] = [own, wanted].map(digitsIn);
  if (said === undefined || meant === undefined || isExplained(said, meant, figure)) return [];
  return [newMessage('L012', origin, 'other-cell', { ...parameters, found: own.text.trim() })];
}

/** The cell says what a sum that fails wants of the figure. */
function isCorrected(own: Cell, facts: readonly Fact[], { corrections }: Comparison): boolean {
  const [fact, ...others] = facts;
  const digits = plain(own.text) === '' ? '0' : digitsIn(own);
  const said = digits === undefined ? undefined : parseFigure(digits);
  if (!fact || others.length > 0 || !said) return false;
  return (corrections.get(fact.key) ?? []).some((one) => one.equals(said));
}

function digitsIn({ text }: Cell): string | undefined {
  const said = saidIn(text);
  return said && 'digits' in said ? said.digits : undefined;
}

/** A figure that is not nothing. */
function isAmount(cell: Cell): boolean {
  const digits = digitsIn(cell);
  return digits !== undefined && parseFigure(digits)?.isZero() === false;
}
