import type { Inline, Table } from '@fiscal/report';

/** Where the words of one cell stand in a line: from a column of characters on, Chinese ones two wide. */
export interface SetWord {
  text: string;
  left: number;
  width: number;
}

/** In which of the lines of a header a name stands that is as high as several of them. */
export type HighNames = 'top' | 'bottom';

/** A table as lines of words, with nothing drawn: columns are as wide as what stands in them, with a gap between. */
export function setTable(table: Table, names: HighNames, gap = 2): SetWord[][] {
  const header = placedHeader(table, names);
  const rows = table.rows.map(({ cells }) => cells.map(({ content }) => textOf(content)));
  const widths = table.columns.map((_, column) => {
    const own = header.flatMap((row) =>
      row.flatMap((cell) => (cell.from === column && cell.to === column ? [cell.text] : [])),
    );
    return Math.max(1, ...[...own, ...rows.map((row) => row[column] ?? '')].map(widthOf));
  });
  widen(widths, header.flat(), gap);
  const starts = widths.map((_, column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width + gap, 0),
  );
  const word = (text: string, from: number, to: number, align: string): SetWord[] => {
    const [left, width] = [starts[from]!, starts[to]! + widths[to]! - starts[from]!];
    const rest = width - widthOf(text);
    const before = align === 'right' ? rest : align === 'center' ? Math.floor(rest / 2) : 0;
    return text === '' ? [] : [{ text, left: left + before, width: widthOf(text) }];
  };
  return [
    ...header.map((row) => row.flatMap(({ text, from, to }) => word(text, from, to, 'center'))),
    ...rows.map((row) =>
      row.flatMap((text, column) => word(text, column, column, table.columns[column]!.align)),
    ),
  ];
}

export function lineOf(words: readonly SetWord[]): string {
  return words.reduce((line, { text, left }) => line + ' '.repeat(left - widthOf(line)) + text, '');
}

/** The cells of each line, with a tab between: what a table becomes that is saved as text. */
export function tabbedTable(table: Table): string[] {
  const header = placedHeader(table, 'top').map((row) => {
    const cells = table.columns.map(() => '');
    for (const { text, from } of row) cells[from] = text;
    return cells;
  });
  const rows = table.rows.map(({ cells }) => cells.map(({ content }) => textOf(content)));
  return [...header, ...rows].map((cells) => cells.join('\t'));
}

export function textOf(content: readonly Inline[]): string {
  return content
    .map((inline) =>
      'content' in inline ? textOf(inline.content) : inline.kind === 'break' ? '' : inline.text,
    )
    .join('');
}

export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\uffef—‘-”…]/.test(character) ? 2 : 1), 0);
}

interface HeaderName {
  text: string;
  from: number;
  to: number;
}

function placedHeader({ header, columns }: Table, names: HighNames): HeaderName[][] {
  const taken = header.map(() => columns.map(() => false));
  const lines: HeaderName[][] = header.map(() => []);
  header.forEach((cells, row) => {
    for (const { content, columnSpan, rowSpan } of cells) {
      const from = taken[row]!.indexOf(false);
      const to = from + columnSpan - 1;
      for (let down = row; down < row + rowSpan; down++) taken[down]?.fill(true, from, to + 1);
      lines[names === 'top' ? row : row + rowSpan - 1]!.push({ text: textOf(content), from, to });
    }
  });
  return lines.map((line) => line.sort((a, b) => a.from - b.from));
}

/** A name over several columns has room there. */
function widen(widths: number[], names: readonly HeaderName[], gap: number): void {
  for (const { text, from, to } of names) {
    const room = widths.slice(from, to + 1).reduce((sum, width) => sum + width + gap, -gap);
    if (room < widthOf(text)) widths[to]! += widthOf(text) - room;
  }
}

/** A page of a PDF: lines of words from the top down, each where it stands, in sizes of ten points. */
export function pdfOf(pages: readonly (readonly (readonly SetWord[])[])[]): Uint8Array {
  return pdfOfPages(
    pages.map((lines) => ({
      words: lines.flatMap((words, line) => {
        const y = bottom + lineHeight * (lines.length - line);
        return words.map(({ text, left }) => ({ text, x: margin + 5 * left, y }));
      }),
      boxes: [],
      width: Math.max(...lines.flat().map(({ left, width: own }) => left + own)) * 5 + 2 * margin,
      height: 2 * bottom + lineHeight * (lines.length + 1),
    })),
  );
}

/** What stands on a page, and what is drawn on it, in points from its lower left corner. */
export interface PdfPage {
  words: readonly { text: string; x: number; y: number }[];
  boxes: readonly { x: number; y: number; width: number; height: number }[];
  width: number;
  height: number;
}

export function pdfOfPages(pages: readonly PdfPage[]): Uint8Array {
  const contents = pages.map(({ words, boxes }) => {
    const shown = words.map(({ text, x, y }) => `1 0 0 1 ${x} ${y} Tm <${codesOf(text)}> Tj`);
    const drawn = boxes.map(({ x, y, width, height }) => `${x} ${y} ${width} ${height} re S`);
    return `0.5 w\n${drawn.join('\n')}\nBT /F 10 Tf\n${shown.join('\n')}\nET`;
  });
  const [firstPage, kids] = [6, pages.map((_, index) => `${6 + 2 * index} 0 R`)];
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000 /W [0 ${0x2010} 500]
        /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0
          /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>
        /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>`,
    stream(toUnicode),
    ...pages.flatMap(({ width, height }, index) => {
      const box = `0 0 ${width} ${height}`;
      const page = `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents ${firstPage + 2 * index + 1} 0 R`;
      return [`${page} /Resources << /Font << /F 3 0 R >> >> >>`, stream(contents[index]!)];
    }),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  const trailer = `trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`;
  return new TextEncoder().encode(`%PDF-1.7\n${body}${trailer}`);
}

const lineHeight = 16;
const margin = 50;
const bottom = 80;

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Characters are their own codes. */
function codesOf(text: string): string {
  return [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

const ranges = Array.from({ length: 256 }, (_, high) => {
  const byte = high.toString(16).padStart(2, '0');
  return `<${byte}00> <${byte}FF> <${byte}00>`;
});
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${[0, 100, 200]
  .map((from) => ranges.slice(from, from + 100))
  .map((some) => `${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`)
  .join('\n')}
endcmap end end`;
