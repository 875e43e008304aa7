import {
  Decimal,
  examineReports,
  type Finding,
  isSerious,
  messageOf,
  type Operand,
  parseFigure,
  pathText,
  type Report,
} from '@fiscal/core';
import { load } from '@fiscal/language';
import { canonicalPath } from '../place/source-places.js';
import type { Cell, Place } from '../published/published.js';
import type { ReadDocuments } from '../read-documents.js';
import type { OutlinedTable } from '../reading/outline.js';
import { saidIn } from '../tables/figure-cell.js';
import { readTable } from '../tables/read-table.js';
import { type Exchange, exchangesIn } from './exchanges.js';

/** A document as it would be read, were the figures of one table put back where they belong. */
export interface PutBack {
  read: ReadDocuments;
  report: Report;
  exchanges: readonly Told[];
  /** It is found all the same. */
  isLeft(finding: Finding): boolean;
}

interface Told {
  exchange: Exchange;
  /** So many findings there are only because of it. */
  count: number;
}

/**
 * As near as figures of two decimals come by rounding, where a document says one of them twice. It only chooses which
 * exchanges are tried: whether one holds is judged by the checks, with what was printed.
 */
const nearby = '0.011';
/** One finding may have any cause. */
const fewestExplained = 2;
const mostTried = 3;
const mostPutBack = 3;

/**
 * Two columns that were exchanged are ten findings, and one mistake: where figures that change places would leave
 * fewer findings and make none, that is what is told. Only exchanges after which the relations that fail would hold
 * are tried, so that a document without any costs nothing.
 */
export function putBack(
  read: ReadDocuments,
  inSource: readonly Finding[],
  isOfDocument: (finding: Finding) => boolean,
): PutBack | undefined {
  // A template of an author's own is not at hand here.
  if (read.reading.header.templateFile !== undefined) return undefined;
  if (seriousAmong(inSource, isOfDocument).length < fewestExplained) return undefined;
  const before = seriousIn(read, isOfDocument);
  let now: State = { read, ...before };
  const exchanges: Told[] = [];
  for (let turn = 0; turn < mostPutBack && now.found.length >= fewestExplained; turn++) {
    const best = bestOf(now, isOfDocument);
    if (!best) break;
    exchanges.push({ exchange: best.exchange, count: now.found.length - best.found.length });
    now = best;
  }
  if (exchanges.length === 0 || !now.report) return undefined;
  const left = new Set(now.all.map(keyOf));
  const gone = new Set(before.all.map(keyOf).filter((key) => !left.has(key)));
  return { read: now.read, report: now.report, exchanges, isLeft: (finding) => !gone.has(keyOf(finding)) };
}

interface State extends Examined {
  read: ReadDocuments;
}

interface Examined {
  report: Report | undefined;
  all: readonly Finding[];
  /** Errors and warnings. */
  found: readonly Finding[];
}

function seriousIn({ statements }: ReadDocuments, isOfDocument: (finding: Finding) => boolean): Examined {
  const workspace = load([{ uri: 'file:///read.fiscal', text: statements }], { read: () => undefined });
  const all = examineReports(workspace).findings;
  return { report: workspace.reports[0], all, found: seriousAmong(all, isOfDocument) };
}

function seriousAmong(all: readonly Finding[], isOfDocument: (finding: Finding) => boolean): Finding[] {
  return all.filter((finding) => isSerious(finding) && isOfDocument(finding));
}

function keyOf(finding: Finding): string {
  return `${finding.rule} ${messageOf(finding)}`;
}

function bestOf(
  now: State,
  isOfDocument: (finding: Finding) => boolean,
): (State & { exchange: Exchange }) | undefined {
  const known = new Set(now.found.map(keyOf));
  let best: (State & { exchange: Exchange }) | undefined;
  for (const { exchange, mended } of likelyExchanges(now)) {
    const read = withExchange(now.read, exchange);
    const examined = seriousIn(read, isOfDocument);
    const { found } = examined;
    const isBetter =
      now.found.length - found.length >= fewestExplained && found.every((one) => known.has(keyOf(one)));
    if (isBetter && (!best || found.length < best.found.length)) best = { ...examined, read, exchange };
    if (isBetter && now.found.length - found.length >= mended) break;
  }
  return best;
}

function withExchange(read: ReadDocuments, { table, texts }: Exchange): ReadDocuments {
  return read.readWith(read.outline.tables.map((one) => (one === table ? withTexts(table, texts) : one)));
}

function withTexts(table: OutlinedTable, texts: ReadonlyMap<Cell, string>): OutlinedTable {
  const changed = new Map([...texts].map(([cell, text]) => [cell, { ...cell, text }]));
  const rows = table.grid.rows.map((row) => row.map((cell) => changed.get(cell) ?? cell));
  const grid = { ...table.grid, rows };
  const { pattern } = table.read!;
  const reading = readTable(pattern, grid, table.bindings);
  return { ...table, grid, read: reading && { pattern, reading } };
}

/** The exchanges after which most of what fails would hold. */
function likelyExchanges({ read, found }: State): { exchange: Exchange; mended: number }[] {
  const figures = new CellFigures(read);
  const relations = found.flatMap((finding) => relationOf(finding) ?? []);
  return read.outline.tables
    .filter((table) => table.read)
    .flatMap((table) => {
      const cells = new Set(table.read!.reading.rows.flatMap((row) => [...row.cells.values()]));
      const touching = relations.filter(({ paths }) =>
        figures.cellsOf(paths).some((cell) => cells.has(cell)),
      );
      if (touching.length < fewestExplained) return [];
      const wrong = new Set(touching.flatMap(({ paths }) => figures.cellsOf(paths)));
      return exchangesIn(table, wrong).map((exchange) => ({
        exchange,
        mended: touching.filter((relation) => figures.holds(relation, exchange.texts)).length,
      }));
    })
    .filter(({ mended }) => mended >= fewestExplained)
    .sort((a, b) => b.mended - a.mended || a.exchange.texts.size - b.exchange.texts.size)
    .slice(0, mostTried);
}

/** What fails, as far as it can be computed anew. */
interface Relation {
  paths: readonly string[];
  /** How far it is from holding, with the figures that these have now. */
  differs(figure: (path: string) => Decimal | 'several' | undefined): boolean;
}

function relationOf({ data }: Finding): Relation | undefined {
  if (data.kind === 'same') {
    const paths = [...new Set(data.statements.flatMap(pathsIn))];
    if (paths.length === 1) return { paths, differs: (figure) => figure(paths[0]!) === 'several' };
    return linear(paths, data.statements.slice(0, 1), data.statements.slice(1), data.difference, nearby);
  }
  if (data.kind !== 'sum') return undefined;
  const { total, parts, difference, tolerance } = data;
  return linear([...new Set([...total, ...parts].flatMap(pathsIn))], total, parts, difference, tolerance);
}

function linear(
  paths: readonly string[],
  total: readonly Operand[],
  parts: readonly Operand[],
  difference: string,
  tolerance: string,
): Relation {
  const [by, within] = [parseFigure(difference) ?? new Decimal(0), parseFigure(tolerance) ?? new Decimal(0)];
  return {
    paths,
    differs: (figure) => {
      if (paths.some((path) => figure(path) === 'several')) return true;
      const change = (all: readonly Operand[]) =>
        all.reduce((sum, one) => sum.plus(changeOf(one, figure).times(one.sign)), new Decimal(0));
      return by.plus(change(total)).minus(change(parts)).abs().greaterThan(within);
    },
  };
}

function changeOf(operand: Operand, figure: (path: string) => Decimal | 'several' | undefined): Decimal {
  if (operand.sources && operand.sources.length > 0)
    return operand.sources.reduce(
      (sum, one) => sum.plus(changeOf(one, figure).times(one.sign)),
      new Decimal(0),
    );
  const now = figure(operand.path);
  return now instanceof Decimal ? now.minus(operand.value) : new Decimal(0);
}

function pathsIn({ path, sources = [] }: Operand): string[] {
  return sources.length > 0 ? sources.flatMap(pathsIn) : [path];
}

/** In which cells the figures of a report stand. */
class CellFigures {
  private readonly byPath = new Map<string, { digits: Decimal; cell: Cell | undefined }[]>();

  constructor({ outline, reading }: ReadDocuments) {
    const cells = new Map<Place, Cell>();
    for (const { read } of outline.tables)
      for (const row of read?.reading.rows ?? [])
        for (const cell of row.cells.values()) cells.set(cell.place, cell);
    for (const { path, said, place, isImplied } of reading.figures) {
      const digits = 'digits' in said && !isImplied ? parseFigure(said.digits) : undefined;
      if (!digits) continue;
      const key = pathText(canonicalPath(path));
      const all = this.byPath.get(key) ?? [];
      all.push({ digits, cell: cells.get(place) });
      this.byPath.set(key, all);
    }
  }

  cellsOf(paths: readonly string[]): Cell[] {
    return paths.flatMap((path) => (this.byPath.get(path) ?? []).flatMap(({ cell }) => cell ?? []));
  }

  /** With other texts in these cells it does not fail. */
  holds({ paths, differs }: Relation, texts: ReadonlyMap<Cell, string>): boolean {
    if (!this.cellsOf(paths).some((cell) => texts.has(cell))) return false;
    return !differs((path) => this.figure(path, texts));
  }

  private figure(path: string, texts: ReadonlyMap<Cell, string>): Decimal | 'several' | undefined {
    const values = (this.byPath.get(path) ?? []).flatMap(({ digits, cell }) => {
      const text = cell && texts.get(cell);
      if (text === undefined) return [digits];
      const said = saidIn(text);
      return (said && 'digits' in said && parseFigure(said.digits)) || [];
    });
    const [first, ...others] = values;
    return others.some((one) => first!.minus(one).abs().greaterThan(nearby)) ? 'several' : first;
  }
}
