import {
  AlignmentType,
  Bookmark,
  HeightRule,
  type ISpacingProperties,
  LineRuleType,
  Paragraph,
  SimpleField,
  Tab,
  Table as WordTable,
  TableCell as WordCell,
  TableLayoutType,
  TableRow as WordRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { HeaderCell, Table, TableCell, TableColumn } from '../document/document.js';
import { printable } from '../document/printable.js';
import { linesOfHeader } from '../table-layout/table-height.js';
import {
  layOutTable,
  lineHeights,
  mostShortRows,
  type Paper,
  type TableLayout,
} from '../table-layout/table-layout.js';
import { bookmarkName } from './bookmarks.js';
import { tableMark } from './contents.js';
import { textWidth, twips, whole } from './page.js';
import { runs, textRun } from './runs.js';
import { fonts, styleIds } from './styles.js';

/** How a table stands in the contents: 一、收入支出决算总表. */
export interface TableEntry {
  level: number;
  text: string;
}

/** A table with title, label and unit above and its notes below. */
export function tableElements(
  table: Table,
  entry: TableEntry | undefined,
  startsPage: boolean,
): (Paragraph | WordTable)[] {
  const layout = layOutTable(table);
  return [
    ...titleParagraph(table, entry, startsPage, layout.paper),
    ...lineParagraph(table, layout),
    wordTable(table, layout),
    ...table.notes.map((note) => new Paragraph({ style: styleIds.tableNote, children: runs(note) })),
    ...(table.notes.length > 0 ? [] : [new Paragraph({ style: styleIds.tableNote })]),
  ];
}

function titleParagraph(
  table: Table,
  entry: TableEntry | undefined,
  startsPage: boolean,
  paper: Paper,
): Paragraph[] {
  const words = runs(table.title);
  if (words.length + (entry ? 1 : 0) === 0) return [];
  const mark = entry ? [new SimpleField(tableOfContentsMark(entry))] : [];
  const title = new Bookmark({ id: bookmarkName(table.id), children: [...mark, ...words] });
  return [
    new Paragraph({
      style: styleIds.tableTitle,
      children: [title],
      pageBreakBefore: startsPage,
      // Below text it keeps apart from it; at the top of a page every point belongs to the rows.
      ...(!startsPage && paper === 'portrait' && { spacing: { before: twips(14) } }),
      ...(entry && { outlineLevel: Math.min(entry.level, 9) - 1 }),
    }),
  ];
}

/** Quotes and backslashes mean something in a field's instruction. */
function tableOfContentsMark({ level, text }: TableEntry): string {
  const words = printable(text)
    .replace(/[\r\n\t]/g, ' ')
    .replace(/[\\"]/g, '\\$&');
  return `TC "${words}" \\f ${tableMark} \\l ${Math.min(level, 9)}`;
}

/** 公开01表 left, 单位：万元 right. */
function lineParagraph({ label, unit }: Table, { paper }: TableLayout): Paragraph[] {
  const [left, right] = [runs(label), textRun(unit)];
  if (left.length + right.length === 0) return [];
  const style = styleIds.tableLine;
  if (left.length === 0) return [new Paragraph({ style, alignment: AlignmentType.RIGHT, children: right })];
  const tab = right.length > 0 ? [new TextRun({ children: [new Tab()] })] : [];
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth(paper) }];
  return [new Paragraph({ style, tabStops, children: [...left, ...tab, ...right] })];
}

function wordTable(table: Table, layout: TableLayout): WordTable {
  const widths = columnWidths(layout);
  const size = Math.max(1, whole(layout.size * 2));
  const { line, padding } = lineHeights(layout);
  const spacing = { line: twips((size / 2) * line), lineRule: LineRuleType.EXACT };
  // A cell that reaches down does not make its rows higher where they are repeated.
  const lines = linesOfHeader(table, inEm(layout));
  const header = table.header.map((row, index) =>
    headerRow(row, size, spacing, twips((size / 2) * (lines[index]! * line + padding))),
  );
  const rows = table.rows.map(({ cells, total }, index) => {
    const keepNext = staysWithNext(table, index);
    return new WordRow({
      cantSplit: true,
      children: cells.map((cell, column) =>
        bodyCell(cell, table.columns[column], { size, spacing, bold: total, keepNext }),
      ),
    });
  });
  const [side, above] = [twips(size / 6), twips((size / 4) * padding)];
  return new WordTable({
    rows: [...header, ...rows],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: side, right: side, top: above, bottom: above },
  });
}

/** What the columns are wide in em of the table's letters. */
function inEm({ widths, paper, size }: TableLayout): number[] {
  return widths.map((width) => ((width / 100) * textWidth(paper)) / twips(size));
}

/** Short tables stay on one page, of others the last rows do, and a note stays with what it is about. */
function staysWithNext({ rows, notes }: Table, index: number): boolean {
  if (index === rows.length - 1) return notes.length > 0;
  return rows.length <= mostShortRows || index === rows.length - 2;
}

/** Whole twips that fill the line. */
function columnWidths({ widths, paper }: TableLayout): number[] {
  const room = textWidth(paper);
  return widths.map((width) => whole((width / 100) * room));
}

/** The lines are as high as the layout counts them. */
type Spacing = ISpacingProperties;

/** `size` in half points, `height` in twips. */
function headerRow(cells: readonly HeaderCell[], size: number, spacing: Spacing, height: number): WordRow {
  return new WordRow({
    tableHeader: true,
    height: { value: height, rule: HeightRule.ATLEAST },
    cantSplit: true,
    children: cells.map(
      ({ content, columnSpan, rowSpan }) =>
        new WordCell({
          columnSpan,
          rowSpan,
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style: styleIds.tableText,
              spacing,
              alignment: AlignmentType.CENTER,
              keepNext: true,
              children: runs(content, { font: fonts.hei, size }),
            }),
          ],
        }),
    ),
  });
}

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

interface CellLook {
  size: number;
  spacing: Spacing;
  bold: boolean;
  keepNext: boolean;
}

function bodyCell({ content }: TableCell, column: TableColumn | undefined, look: CellLook): WordCell {
  const { size, spacing, bold, keepNext } = look;
  return new WordCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: styleIds.tableText,
        spacing,
        alignment: alignments[column?.align ?? 'left'],
        keepNext,
        children: runs(content, { size, ...(bold && { bold }) }),
      }),
    ],
  });
}
