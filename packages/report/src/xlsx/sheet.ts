import type { CellValue } from '../table-values.js';
import type { Look, Styles } from './styles.js';
import { type Element, part, relationships, spreadsheet, words, x } from './xml.js';

/** A cell that begins at a place; what it covers besides stays empty. */
export interface SheetCell {
  row: number;
  column: number;
  rows?: number;
  columns?: number;
  value: CellValue;
  look: Omit<Look, 'format'>;
  /** Leads to the first cell of the sheet of this name. */
  link?: string;
}

/** One sheet: rows and columns count from 0. */
export interface Sheet {
  name: string;
  cells: SheetCell[];
  /** Widths of the columns, in letters. */
  widths: number[];
  /** Heights of rows in points, where they are not as high as one line. */
  heights: ReadonlyMap<number, number>;
  /** Rows that stay in sight and are printed on each page: from, and up to (not included). */
  head: { from: number; to: number };
  paper: 'A4' | 'A3';
  across: boolean;
}

const paperNumbers = { A4: '9', A3: '8' };

/** The sheet as a part of the file. */
export function sheetPart(sheet: Sheet, styles: Styles): string {
  const { cells, head, widths } = sheet;
  const merged = cells.filter(({ rows = 1, columns = 1 }) => rows * columns > 1);
  const linked = cells.filter(({ link }) => link !== undefined);
  return part(
    x('worksheet', { xmlns: spreadsheet, 'xmlns:r': relationships }, [
      x('sheetPr', [x('pageSetUpPr', { fitToPage: '1' })]),
      x('sheetViews', [x('sheetView', { workbookViewId: '0', showGridLines: '1' }, pane(head.to))]),
      x('sheetFormatPr', { defaultRowHeight: String(defaultHeight) }),
      ...(widths.length === 0 ? [] : [x('cols', widths.map(columnElement))]),
      x('sheetData', rowElements(sheet, styles)),
      ...(merged.length === 0
        ? []
        : [x('mergeCells', { count: String(merged.length) }, merged.map(mergeElement))]),
      ...(linked.length === 0 ? [] : [x('hyperlinks', linked.map(linkElement))]),
      x('printOptions', { horizontalCentered: '1' }),
      x('pageMargins', {
        left: '0.6',
        right: '0.6',
        top: '0.8',
        bottom: '0.7',
        header: '0.3',
        footer: '0.3',
      }),
      x('pageSetup', {
        paperSize: paperNumbers[sheet.paper],
        orientation: sheet.across ? 'landscape' : 'portrait',
        fitToWidth: '1',
        fitToHeight: fitsOnePage(sheet) ? '1' : '0',
      }),
      x('headerFooter', [x('oddFooter', '&C— &P —')]),
    ]),
  );
}

const inch = 72;
const marginsAside = 1.2 * inch;
const marginsAbove = 1.5 * inch;
const defaultHeight = 18;
/** Points of a letter of a column's width. */
const letterWidth = 5.6;
/** What 五号 letters may shrink to, in points: across a page there is room for few rows. */
const smallest = { across: 7, upright: 9 };

/** A sheet that is little more than a page long is printed on one. */
function fitsOnePage({ cells, heights, widths, paper, across }: Sheet): boolean {
  const [short, long] = paper === 'A3' ? [842, 1191] : [595, 842];
  const [width, height] = across ? [long, short] : [short, long];
  const rows = cells.reduce((most, { row, rows: count = 1 }) => Math.max(most, row + count), 0);
  const ownHeights = [...heights.values()].reduce((sum, each) => sum + each, 0);
  const needed = ownHeights + (rows - heights.size) * defaultHeight;
  const aside = widths.reduce((sum, each) => sum + each * letterWidth, 0);
  return (
    Math.min(1, (width - marginsAside) / aside, (height - marginsAbove) / needed) * 10.5 >=
    smallest[across ? 'across' : 'upright']
  );
}

function pane(rows: number): Element[] {
  if (rows === 0) return [];
  return [
    x('pane', {
      ySplit: String(rows),
      topLeftCell: cellName(rows, 0),
      activePane: 'bottomLeft',
      state: 'frozen',
    }),
  ];
}

function columnElement(width: number, index: number): Element {
  const number = String(index + 1);
  return x('col', { min: number, max: number, width: width.toFixed(2), customWidth: '1' });
}

function rowElements({ cells, heights }: Sheet, styles: Styles): Element[] {
  const rows = new Map<number, { column: number; element: Element }[]>();
  for (const cell of cells)
    for (const { row, column, element } of cellElements(cell, styles)) {
      const placed = rows.get(row) ?? [];
      placed.push({ column, element });
      rows.set(row, placed);
    }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, placed]) => {
      const height = heights.get(row);
      const size = height === undefined ? {} : { ht: height.toFixed(2), customHeight: '1' };
      const inOrder = placed.sort((a, b) => a.column - b.column).map(({ element }) => element);
      return x('row', { r: String(row + 1), ...size }, inOrder);
    });
}

/** The cell, and the empty ones that it covers: they carry its border. */
function cellElements({ row, column, rows = 1, columns = 1, value, look }: SheetCell, styles: Styles) {
  const style = String(styles.indexOf({ ...look, ...formatOf(value) }));
  return Array.from({ length: rows * columns }, (_, index) => {
    const [down, along] = [(index - (index % columns)) / columns, index % columns];
    const at = { r: cellName(row + down, column + along), s: style };
    const element = index === 0 ? valueElement(at, value) : x('c', at);
    return { row: row + down, column: column + along, element };
  });
}

function formatOf(value: CellValue): { format?: string } {
  if (value.kind === 'words') return {};
  const whole = value.thousands ? '#,##0' : '0';
  const fraction = value.decimals === 0 ? '' : `.${'0'.repeat(value.decimals)}`;
  return { format: whole + fraction + (value.percent ? '%' : '') };
}

function valueElement(at: { r: string; s: string }, value: CellValue): Element {
  if (value.kind === 'number') return x('c', at, [x('v', value.value)]);
  if (value.text === '') return x('c', at);
  return x('c', { ...at, t: 'inlineStr' }, [
    x('is', [x('t', { 'xml:space': 'preserve' }, words(value.text))]),
  ]);
}

function mergeElement({ row, column, rows = 1, columns = 1 }: SheetCell): Element {
  return x('mergeCell', {
    ref: `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`,
  });
}

function linkElement({ row, column, link = '' }: SheetCell): Element {
  return x('hyperlink', {
    ref: cellName(row, column),
    location: `${sheetReference(link)}!A1`,
    display: link,
  });
}

/** 'O''Brien' as formulas name a sheet. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A1 for the first cell of the first row. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName((column - (column % 26)) / 26 - 1) + last;
}
