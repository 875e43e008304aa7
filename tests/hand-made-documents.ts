import { compose, type Table } from '@fiscal/report';
import type { Report } from '@fiscal/core';
import { strToU8, zipSync } from 'fflate';
import { type PdfPage, pdfOfPages, textOf, widthOf } from './unruled-documents.js';

/** A cell as somebody sets it: so many columns wide and rows high. */
export interface HandCell {
  text: string;
  columns: number;
  rows: number;
}

/** A table as somebody makes it by hand: lines above it, and rows of which the first are its header. */
export interface HandTable {
  above: readonly string[];
  header: readonly (readonly HandCell[])[];
  rows: readonly (readonly HandCell[])[];
}

export const cell = (text: string, columns = 1, rows = 1): HandCell => ({ text, columns, rows });

/** The tables of a report, with nothing of our own layout. */
export function handTables(report: Report): HandTable[] {
  return compose(report).document.blocks.flatMap((block) =>
    block.kind === 'table' ? [handTable(block)] : [],
  );
}

function handTable({ title, unit, header, rows }: Table): HandTable {
  return {
    above: [textOf(title), unit].filter((text) => text !== ''),
    header: header.map((row) =>
      row.map(({ content, columnSpan, rowSpan }) => cell(textOf(content), columnSpan, rowSpan)),
    ),
    rows: rows.map(({ cells }) => cells.map(({ content }) => cell(textOf(content)))),
  };
}

export function coverOf({ base: { name, year, kind } }: Report): string {
  return `${name}${year}年度${kind}`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function htmlOf(cover: string, tables: readonly HandTable[]): Uint8Array {
  const row = (cells: readonly HandCell[]) =>
    `<tr>${cells.map(({ text, columns, rows }) => `<td colspan="${columns}" rowspan="${rows}">${escaped(text)}</td>`).join('')}</tr>`;
  const body = tables.map(
    ({ above, header, rows }) =>
      `${above.map((line) => `<p>${escaped(line)}</p>`).join('')}<table>${[...header, ...rows].map(row).join('\n')}</table>`,
  );
  return strToU8(`<html><body><h1>${escaped(cover)}</h1>${body.join('\n')}</body></html>`);
}

/** How the words of a Word document are set: plainly, with changes tracked, with titles in text boxes. */
export type WordSetting = 'plain' | 'tracked' | 'boxed';

export function docxOf(
  cover: string,
  tables: readonly HandTable[],
  setting: WordSetting = 'plain',
): Uint8Array {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;
  const title = (text: string) =>
    setting === 'boxed' ? `<w:p><w:r>${textBox(paragraph(text))}</w:r></w:p>` : paragraph(text);
  const words = (text: string) => (setting === 'tracked' ? tracked(text, run) : run(text));
  const body = tables.map(({ above, header, rows }) => {
    const set = wordRows([...header, ...rows], words).map((row) => `<w:tr>${row}</w:tr>`);
    // A row that was struck out as a whole.
    if (setting === 'tracked')
      set.push(
        `<w:tr><w:trPr><w:del w:id="9"/></w:trPr><w:tc><w:p><w:del w:id="8"><w:r><w:delText>合计</w:delText></w:r></w:del></w:p></w:tc></w:tr>`,
      );
    return `${above.map(title).join('')}<w:tbl>${set.join('')}</w:tbl>`;
  });
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>${paragraph(cover)}${body.join('')}</w:body></w:document>`,
    ),
  });
}

/** As Word writes it: for new programs, and once more for old ones. */
function textBox(paragraphs: string): string {
  const content = `<w:txbxContent>${paragraphs}</w:txbxContent>`;
  return `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${content}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${content}</v:textbox></mc:Fallback></mc:AlternateContent>`;
}

/** An earlier figure struck out, the new one put in behind it. */
function tracked(text: string, run: (text: string) => string): string {
  if (!/^\d[\d,]*\.\d\d$/.test(text)) return run(text);
  const struck = `<w:del w:id="1" w:author="a"><w:r><w:delText>9${text}</w:delText></w:r></w:del>`;
  return `${struck}<w:ins w:id="2" w:author="a">${run(text.slice(0, 2))}</w:ins>${run(text.slice(2))}`;
}

/** Cells that are several rows high go on in the rows below. */
function wordRows(rows: readonly (readonly HandCell[])[], words: (text: string) => string): string[] {
  return places(rows).map((row) =>
    row
      .map(({ cell: { text, columns, rows: high }, isFirst }) => {
        const merge = high < 2 ? '' : isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
        const properties = `<w:tcPr><w:gridSpan w:val="${columns}"/>${merge}</w:tcPr>`;
        return `<w:tc>${properties}<w:p>${isFirst ? words(text) : ''}</w:p></w:tc>`;
      })
      .join(''),
  );
}

interface PlacedCell {
  cell: HandCell;
  column: number;
  isFirst: boolean;
}

/** The cells of each row from left to right, those that come down from above among them. */
function places(rows: readonly (readonly HandCell[])[]): PlacedCell[][] {
  let open: { cell: HandCell; column: number; left: number }[] = [];
  return rows.map((row) => {
    const own: PlacedCell[] = [];
    const rest = [...row];
    const next: typeof open = [];
    for (let column = 0; rest.length > 0 || open.some((one) => one.column >= column); ) {
      const above = open.find((one) => one.column === column);
      const cell = above?.cell ?? rest.shift()!;
      own.push({ cell, column, isFirst: !above });
      const left = (above?.left ?? cell.rows) - 1;
      if (left > 0) next.push({ cell, column, left });
      column += cell.columns;
    }
    open = next;
    return own;
  });
}

/** A sheet for each list of tables, one below the other. */
export function xlsxOf(cover: string, sheets: readonly (readonly HandTable[])[]): Uint8Array {
  const parts = sheets.map((tables) => sheetOf(tables));
  const named = [
    [`<row r="1"><c r="A1" t="inlineStr"><is><t>${escaped(cover)}</t></is></c></row>`, ''] as const,
    ...parts,
  ];
  const relations = named.map(
    (_, index) => `<Relationship Id="r${index}" Target="worksheets/sheet${index}.xml"/>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><sheets>${named.map((_, index) => `<sheet name="Sheet${index + 1}" r:id="r${index}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    ...Object.fromEntries(
      named.map(([rows, merged], index) => [
        `xl/worksheets/sheet${index}.xml`,
        strToU8(`<worksheet><sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`),
      ]),
    ),
  });
}

function sheetOf(tables: readonly HandTable[]): readonly [rows: string, merged: string] {
  const rows: string[] = [];
  const merged: string[] = [];
  const put = (row: number, column: number, { text, columns, rows: high }: HandCell): string => {
    const at = `${letterOf(column)}${row}`;
    if (columns > 1 || high > 1)
      merged.push(`<mergeCell ref="${at}:${letterOf(column + columns - 1)}${row + high - 1}"/>`);
    if (text === '') return '';
    const figure = /^\d[\d,]*\.\d\d$/.test(text) ? `<c r="${at}"><v>${text.replaceAll(',', '')}</v></c>` : '';
    return figure || `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  };
  for (const { above, header, rows: body } of tables) {
    const width = (header[0] ?? body[0] ?? []).reduce((sum, { columns }) => sum + columns, 0);
    for (const line of above) rows.push(put(rows.length + 1, 0, cell(line, width)));
    for (const row of places([...header, ...body]))
      rows.push(
        row
          .map(({ cell: own, column, isFirst }) => (isFirst ? put(rows.length + 1, column, own) : ''))
          .join(''),
      );
    rows.push('');
  }
  return [rows.map((row, index) => `<row r="${index + 1}">${row}</row>`).join(''), merged.join('')];
}

function letterOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);
}

const [rowHeight, edge] = [18, 40];

/** A page for each table, its cells drawn with lines. */
export function ruledPdfOf(cover: string, tables: readonly HandTable[]): Uint8Array {
  const front: PdfPage = { words: [{ text: cover, x: edge, y: 300 }], boxes: [], width: 600, height: 600 };
  return pdfOfPages([front, ...tables.map(ruledPage)]);
}

function ruledPage({ above, header, rows }: HandTable, index: number): PdfPage {
  const all = places([...header, ...rows]);
  const count = all[0]!.reduce((sum, { cell: { columns } }) => sum + columns, 0);
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(
      12,
      ...all
        .flat()
        .flatMap(({ cell: { text, columns }, column: own }) =>
          own <= column && column < own + columns ? [(5 * widthOf(text)) / columns + 12] : [],
        ),
    ),
  );
  const lefts = widths.map(
    (_, column) => edge + widths.slice(0, column).reduce((sum, width) => sum + width, 0),
  );
  const height = 4 * edge + rowHeight * (above.length + all.length + 1);
  const top = height - 2 * edge - rowHeight * above.length;
  const drawn = all.flatMap((row, at) =>
    row.flatMap(({ cell: { text, columns, rows: high }, column, isFirst }) => {
      if (!isFirst) return [];
      const x = lefts[column]!;
      const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
      const y = top - rowHeight * (at + high);
      return [
        { text, x: x + 6, y: y + (rowHeight * high) / 2 - 4, box: { x, y, width, height: rowHeight * high } },
      ];
    }),
  );
  const words = [
    ...above.map((text, line) => ({ text, x: edge, y: height - 2 * edge - rowHeight * line + 6 })),
    ...drawn.filter(({ text }) => text !== ''),
    { text: `- ${index + 1} -`, x: 250, y: edge / 2 },
  ];
  const width = Math.max(600, edge * 2 + widths.reduce((sum, one) => sum + one, 0));
  return { words, boxes: drawn.map(({ box }) => box), width, height };
}
