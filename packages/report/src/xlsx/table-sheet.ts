import type { HeaderCell, Inline, Table } from '../document/document.js';
import { textWidth, wrapText } from '../measure/text-measure.js';
import { headerLines } from '../table-layout/header-lines.js';
import { headerPositions } from '../table-layout/header-positions.js';
import { layOutTable } from '../table-layout/table-layout.js';
import { cellValue } from '../table-values.js';
import type { Sheet, SheetCell } from './sheet.js';

/** Points of a line of letters. */
const lineHeight = 15;

/** A table as a sheet: title, label and unit, merged headers, figures as numbers, notes. */
export function tableSheet(table: Table, name: string): Sheet {
  const { paper, widths, wish } = layOutTable(table);
  const letters = widths.map((width) => Math.max(4, (width / 100) * wish * 2 + 1));
  const grid = new Grid(letters);
  titleRows(table, grid);
  const from = grid.row;
  headerRows(table, grid);
  const to = grid.row;
  bodyRows(table, grid);
  for (const note of table.notes) grid.line(note, { font: 'text', align: 'left', border: false });
  const { cells, heights } = grid;
  return {
    name,
    cells,
    widths: letters,
    heights,
    head: { from, to },
    paper: paper === 'A3' ? 'A3' : 'A4',
    across: paper !== 'portrait',
  };
}

type Look = SheetCell['look'];

class Grid {
  readonly cells: SheetCell[] = [];
  readonly heights = new Map<number, number>();
  row = 0;

  constructor(readonly letters: readonly number[]) {}

  /** A line across all columns, as high as its words need; `scale`: how much larger its letters are than others. */
  line(content: readonly Inline[], look: Look, scale = 1): void {
    const columns = Math.max(1, this.letters.length);
    const value = cellValue(content);
    const lines = linesIn(value.text, this.widthOf(0, columns) / scale);
    this.cells.push({ row: this.row, column: 0, columns, value, look });
    this.heights.set(this.row, lineHeight * scale * lines + 3);
    this.row += 1;
  }

  widthOf(column: number, columns: number): number {
    return this.letters.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }
}

/** A letter of a column's width is half a Chinese one. */
function linesIn(text: string, letters: number): number {
  const width = Math.max(2, letters / 2 - 1);
  return textWidth(text) <= width ? 1 : wrapText(text, width).length;
}

function titleRows({ title, label, unit }: Table, grid: Grid): void {
  if (title.length > 0) grid.line(title, { font: 'title', align: 'center', border: false }, 16 / 10.5);
  const right: Inline[] = unit === '' ? [] : [{ kind: 'text', text: unit }];
  const columns = grid.letters.length;
  const middle = columns - columnsFor(roomForUnit, grid.letters);
  if (middle < 1) {
    if (label.length > 0) grid.line(label, plain('left'));
    if (unit !== '') grid.line(right, plain('right'));
  } else if (label.length > 0 || unit !== '') {
    const { row } = grid;
    grid.cells.push({ row, column: 0, columns: middle, value: cellValue(label), look: plain('left') });
    const place = { row, column: middle, columns: columns - middle };
    grid.cells.push({ ...place, value: cellValue(right), look: plain('right') });
    grid.row += 1;
  }
}

/** How many of the last columns are as wide as that. */
function columnsFor(letters: number, widths: readonly number[]): number {
  let [count, width] = [0, 0];
  while (width < letters && count < widths.length) {
    count += 1;
    width += widths[widths.length - count]!;
  }
  return count;
}

/** Letters for 单位：万元. */
const roomForUnit = 12;

function plain(align: Look['align']): Look {
  return { font: 'text', align, border: false };
}

function headerRows({ header }: Table, grid: Grid): void {
  const look: Look = { font: 'header', align: 'center', border: true };
  const words = (cell: HeaderCell) => cellValue(cell.content).text;
  for (const { cell, row, column } of headerPositions(header)) {
    const { columnSpan: columns, rowSpan: rows } = cell;
    const value = { kind: 'words' as const, text: words(cell) };
    grid.cells.push({ row: grid.row + row, column, rows, columns, value, look });
  }
  const lines = headerLines(header, ({ cell, column }) =>
    linesIn(words(cell), grid.widthOf(column, cell.columnSpan)),
  );
  for (const count of lines) {
    grid.heights.set(grid.row, count * lineHeight + 4);
    grid.row += 1;
  }
}

function bodyRows({ rows, columns }: Table, grid: Grid): void {
  for (const { cells, total } of rows) {
    for (const [column, { content }] of cells.entries()) {
      const align = columns[column]?.align ?? 'left';
      const look: Look = { font: total ? 'bold' : 'text', align, border: true };
      grid.cells.push({ row: grid.row, column, value: cellValue(content), look });
    }
    grid.row += 1;
  }
}
