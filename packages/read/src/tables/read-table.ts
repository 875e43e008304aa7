import type { Cell, Grid } from '../published/published.js';
import { plain, readable } from '../published/readable.js';
import { meaningOf, type Meaning, type Reference } from '../pattern/meaning.js';
import type { Bindings } from '../reading/binding.js';
import type { Said } from '../reading/reading.js';
import { isStrange, saidIn } from './figure-cell.js';
import { headerPaths, type HeaderMatch, type HeaderPaths, matchHeader } from './header.js';
import { type CellWords, matchRow, type RowMatcher, type RowWords } from './match-row.js';
import { memberColumns, type MemberColumn } from './member-columns.js';
import { mostHeaderRows, withoutNumbersOfForm } from './numbers-of-form.js';
import type { RowPattern, TablePattern } from './table-pattern.js';

/** What a table says: each figure with the reference that its cell has in the template. */
export interface TableReading {
  figures: readonly CellFigure[];
  /** What the author says in words: 备注. */
  texts: readonly CellText[];
  /** Lines with code and name. */
  lines: readonly Bindings[];
  /** Rows that were recognised, each with its cells of figures by the columns of the template. */
  rows: readonly RecognisedRow[];
  /** Blank cells beside figures, in a row that nothing names. */
  blanks: readonly { of: Reference; cell: Cell }[];
  /** Every column of the template is there, and no other. */
  isWhole: boolean;
  unknownRows: readonly { words: string; cell: Cell; figures: readonly string[] }[];
  /** Figures that are one of several facts: which, the line of the other tables tells. */
  alternatives: readonly AlternativeFigure[];
  /** Figures in columns that the template's table does not have. */
  unknownColumns: readonly { header: string; figures: readonly Cell[] }[];
  /** How well it fits: the more rows and columns were recognised. */
  score: number;
}

export interface RecognisedRow {
  panel: number;
  /** What names it, the same in every table of its kind. */
  name: string;
  cells: ReadonlyMap<number, Cell>;
}

export interface CellText {
  of: Reference;
  text: string;
  bindings: Bindings;
  cell: Cell;
}

export interface AlternativeFigure {
  among: readonly Reference[];
  said: Said;
  bindings: Bindings;
  cell: Cell;
}

export interface CellFigure {
  of: Reference;
  said: Said;
  bindings: Bindings;
  cell: Cell;
}

/** Reads a grid as a table of the template: the height of its header is that with which most of it is recognised. */
export function readTable(pattern: TablePattern, printed: Grid, outer: Bindings): TableReading | undefined {
  const grid = withoutNumbersOfForm(printed);
  const matchers = pattern.panels.map((panel) => panel.matchers());
  let best: (TableReading & { height: number }) | undefined;
  for (const { header, paths, height, most } of likelyHeaders(pattern, grid)) {
    if (best && (most < best.score || (most === best.score && height > best.height))) continue;
    const reading = new TableReader(pattern, matchers, grid, header, paths, height, outer).read();
    const isBetter = !best || reading.score > best.score;
    if (isBetter || (reading.score === best!.score && height < best!.height)) best = { ...reading, height };
  }
  return best;
}

interface LikelyHeader {
  header: HeaderMatch;
  paths: HeaderPaths;
  height: number;
  /** The score, were each row below it recognised. */
  most: number;
}

/** Those first below which most may be recognised: most of the others then need not be tried. */
function likelyHeaders(pattern: TablePattern, grid: Grid): LikelyHeader[] {
  const heights = Array.from({ length: Math.min(mostHeaderRows, grid.rows.length) }, (_, index) => index + 1);
  return heights
    .flatMap((height) => {
      const paths = headerPaths(grid, height);
      const header = matchHeader(pattern, paths);
      const rows = (grid.rows.length - height) * pattern.panels.length;
      const most = scoreOf(header, height, { recognised: rows, unknown: 0, members: header.extra.length });
      return header.matches.length > 0 ? [{ header, paths, height, most }] : [];
    })
    .sort((a, b) => b.most - a.most);
}

interface Recognised {
  /** Rows of the panels. */
  recognised: number;
  unknown: number;
  /** Columns that are of members of a list. */
  members: number;
}

function scoreOf({ matches, missing, extra, score }: HeaderMatch, height: number, rows: Recognised): number {
  return (
    rows.recognised -
    0.5 * rows.unknown +
    2 * matches.length -
    3 * missing -
    (extra.length - rows.members) +
    score -
    height / 100
  );
}

class TableReader {
  private readonly figures: CellFigure[] = [];
  private readonly alternatives: AlternativeFigure[] = [];
  private readonly texts: CellText[] = [];
  private readonly members: readonly MemberColumn[];
  /** By panel, and by column of the template. */
  private readonly matches: readonly ReadonlyMap<number, HeaderMatch['matches'][number]>[];
  private readonly lines: Bindings[] = [];
  private readonly rows: RecognisedRow[] = [];
  private readonly blanks: { of: Reference; cell: Cell }[] = [];
  private readonly unknown: { words: string; cell: Cell; figures: string[] }[] = [];
  private recognised = 0;
  /** Rows of the template up to which each panel has been read: of two rows with one name the next is meant. */
  private readonly next: number[];

  constructor(
    private readonly pattern: TablePattern,
    private readonly matchers: readonly (readonly RowMatcher[])[],
    private readonly grid: Grid,
    private readonly header: HeaderMatch,
    private readonly paths: HeaderPaths,
    private readonly height: number,
    /** What the table's title says: of which project it is. */
    private readonly outer: Bindings,
  ) {
    this.next = matchers.map(() => 0);
    this.members = memberColumns(pattern, paths, header.extra);
    this.matches = pattern.panels.map((_, panel) => {
      const own = header.matches.filter((match) => match.panel === panel);
      return new Map(own.reverse().map((match) => [match.column, match]));
    });
  }

  read(): TableReading {
    this.grid.rows.slice(this.height).forEach((row) => {
      this.pattern.panels.forEach((_, panel) => this.readRow(row, panel));
    });
    const { missing, extra } = this.header;
    const [recognised, unknown, members] = [this.recognised, this.unknown.length, this.members.length];
    return {
      figures: this.figures,
      texts: this.texts,
      lines: this.lines,
      rows: this.rows,
      blanks: this.blanks,
      isWhole: missing === 0 && extra.length === this.members.length,
      unknownRows: this.unknown.filter(({ figures }) => figures.length > 0),
      alternatives: this.alternatives,
      unknownColumns: this.unknownColumns(),
      score: scoreOf(this.header, this.height, { recognised, unknown, members }),
    };
  }

  private readRow(row: readonly Cell[], panel: number): void {
    const texts = this.textsOf(row, panel);
    if (texts.every((cell) => cell === undefined)) return this.readPlain(row, panel);
    if (texts.every((cell) => !cell?.text)) return;
    const found = this.find(panel, texts);
    if (found) this.take(found.matcher, found.words, row, panel);
    else if (!isHeading(texts)) this.leave(row, panel, texts);
  }

  /** A table without words at its rows. */
  private readPlain(row: readonly Cell[], panel: number): void {
    const [matcher] = this.matchers[panel]!;
    const cells = this.pattern.panels[panel]!.columns.map((_, column) => this.cellOf(row, panel, column));
    if (!matcher || cells.some((cell) => cell && isStrange(cell.text))) return void (this.recognised -= 1);
    this.take(matcher, { bindings: new Map(), texts: [], figures: [] }, row, panel);
    if (cells.some((cell) => cell && saidIn(cell.text))) this.takeBlanks(matcher, row, panel);
  }

  /** Beside figures a blank says that there is nothing. */
  private takeBlanks({ facts }: RowMatcher, row: readonly Cell[], panel: number): void {
    for (const [column, cell] of this.figureCells(row, panel)) {
      const of = plain(cell.text) === '' ? facts[column] : undefined;
      if (of) this.blanks.push({ of, cell });
    }
  }

  private find(panel: number, texts: readonly (CellWords | undefined)[]) {
    const matchers = this.matchers[panel]!;
    const isLate = (index: number) => this.lateness(index, panel) > 0;
    const all = [...matchers.keys()];
    const order = [...all.filter((index) => !isLate(index)), ...all.filter(isLate)];
    for (const isLoose of [false, true])
      for (const index of order) {
        if (isLoose && isLate(index)) continue;
        const matcher = matchers[index]!;
        const words = matchRow(matcher, texts, isLoose);
        if (!words) continue;
        if (matcher.row.variables.length === 0) this.next[panel] = index + 1;
        return { matcher, words };
      }
    return undefined;
  }

  private lateness(index: number, panel: number): number {
    return index < this.next[panel]! && this.matchers[panel]![index]!.row.variables.length === 0 ? 1 : 0;
  }

  private take(matcher: RowMatcher, words: RowWords, row: readonly Cell[], panel: number): void {
    const { row: pattern } = matcher;
    this.recognised += 1;
    this.rows.push({ panel, name: nameOfRow(matcher, words), cells: this.figureCells(row, panel) });
    const bindings = new Map([...this.outer, ...words.bindings]);
    this.texts.push(...words.texts.map((one) => ({ ...one, bindings, cell: row[0]! })));
    for (const { of, said, column } of words.figures)
      this.figures.push({ of, said, bindings, cell: this.cellOf(row, panel, column) ?? row[0]! });
    if (words.bindings.size > 0) this.lines.push(bindings);
    this.pattern.panels[panel]!.columns.forEach(({ form }, column) => {
      const cell = form === 'figure' ? this.cellOf(row, panel, column) : undefined;
      const said = cell && saidIn(cell.text);
      const of = matcher.facts[column];
      if (cell && said && of) this.figures.push({ of, said, bindings, cell });
    });
    this.takeMembers(pattern, bindings, row, panel);
  }

  private figureCells(row: readonly Cell[], panel: number): Map<number, Cell> {
    const cells = this.pattern.panels[panel]!.columns.flatMap(({ form }, column): [number, Cell][] => {
      const cell = form === 'figure' ? this.cellOf(row, panel, column) : undefined;
      return cell ? [[column, cell]] : [];
    });
    return new Map(cells);
  }

  /** Columns of a list's members, as 30101 基本工资. */
  private takeMembers(
    { cells, context }: RowPattern,
    bindings: Bindings,
    row: readonly Cell[],
    panel: number,
  ): void {
    for (const { panel: own, column, at, bindings: ofColumn } of this.members) {
      const said = own === panel ? saidIn(row[at]!.text) : undefined;
      const expression = cells[column];
      if (!said || !expression) continue;
      const among = termsOf(meaningOf(expression, context.names));
      this.alternatives.push({ among, said, bindings: new Map([...bindings, ...ofColumn]), cell: row[at]! });
    }
  }

  private leave(row: readonly Cell[], panel: number, texts: readonly (CellWords | undefined)[]): void {
    const figures = this.pattern.panels[panel]!.columns.flatMap(({ form }, column) => {
      const cell = form === 'figure' ? this.cellOf(row, panel, column) : undefined;
      return cell && saidIn(cell.text) ? [cell.text] : [];
    });
    this.unknown.push({ words: texts.flatMap((text) => text?.text || []).join(' '), cell: row[0]!, figures });
  }

  private unknownColumns(): TableReading['unknownColumns'] {
    const known = new Set(this.members.map(({ at }) => at));
    return this.header.extra.flatMap((column) => {
      if (known.has(column)) return [];
      const cells = this.grid.rows.slice(this.height).map((row) => row[column]!);
      const figures = cells.filter(({ text }) => saidIn(text) !== undefined);
      return figures.length > 0 ? [{ header: this.paths[column]!.join(' '), figures }] : [];
    });
  }

  /** Words of each text column; undefined for columns of figures. */
  private textsOf(row: readonly Cell[], panel: number): (CellWords | undefined)[] {
    return this.pattern.panels[panel]!.columns.map(({ form }, column) => {
      if (form === 'figure') return undefined;
      const match = this.matchOf(panel, column);
      return wordsIn(match ? row.slice(match.from, match.from + match.width) : []);
    });
  }

  private cellOf(row: readonly Cell[], panel: number, column: number): Cell | undefined {
    const match = this.matchOf(panel, column);
    return match && row[match.from];
  }

  private matchOf(panel: number, column: number) {
    return this.matches[panel]!.get(column);
  }
}

/** 合计, or the codes and names of what it is of. */
function nameOfRow({ label }: RowMatcher, { bindings }: RowWords): string {
  if (label !== undefined) return label;
  return [...bindings.values()].map(({ 编码: code, 名称: name }) => code ?? name ?? '').join(' ');
}

function wordsIn(cells: readonly Cell[]): CellWords {
  const [only, ...others] = cells;
  if (!only || others.length > 0) return { ...readable(textIn(cells)), written: textIn(cells) };
  return { ...readable(only.text), written: only.text };
}

/** A code in one cell, or cut into 类, 款 and 项: 201|06|01, or 201|20106|2010601. */
function textIn(cells: readonly Cell[]): string {
  const texts = [...new Set(cells)].map(({ text }) => plain(text)).filter((text) => text !== '');
  const isNested = texts.every((text, index) => index === 0 || text.startsWith(texts[index - 1]!));
  return isNested ? (texts.at(-1) ?? '') : texts.join('');
}

/** 类 款 项, or 栏次 1 2 3: the header's own. */
function isHeading(texts: readonly (CellWords | undefined)[]): boolean {
  return /^[类款项栏次行]*$/.test(texts.map((text) => text?.text ?? '').join(''));
}

/** The facts that a sum adds up. */
function termsOf(meaning: Meaning): Reference[] {
  if (meaning.kind === 'sum') return meaning.terms.flatMap(termsOf);
  if (meaning.kind === 'filtered') return termsOf(meaning.operand);
  return meaning.kind === 'reference' ? [meaning.reference] : [];
}
