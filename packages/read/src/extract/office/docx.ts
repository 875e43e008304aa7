import { occupy, type SpanningCell } from '../../published/grid.js';
import type { Published, PublishedBlock } from '../../published/published.js';
import { UnreadableError } from '../unreadable.js';
import { attributeOf, partsOf, walkXml, type XmlEvents } from './package-files.js';

/** A Word document's paragraphs and tables; what was struck out while changes were tracked is not there. */
export function readDocx(bytes: Uint8Array): Published {
  const parts = partsOf(bytes, (name) => name === 'word/document.xml' || name === 'word/styles.xml');
  const document = parts.get('word/document.xml');
  if (document === undefined) throw new UnreadableError('broken');
  const reader = new DocumentReader(headingStyles(parts.get('word/styles.xml') ?? ''));
  walkXml(document, reader);
  return { blocks: reader.blocks };
}

/** Levels of headings by the ids of their styles. */
function headingStyles(xml: string): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  let style: string | undefined;
  if (xml !== '')
    walkXml(xml, {
      open(name, attributes) {
        if (name === 'style') style = attributeOf(attributes, 'styleId');
        const level = name === 'outlineLvl' ? Number(attributeOf(attributes, 'val')) + 1 : NaN;
        if (style !== undefined && level >= 1 && level <= 6) levels.set(style, level);
      },
      close: () => undefined,
      text: () => undefined,
    });
  return levels;
}

interface OpenCell {
  lines: string[];
  columnSpan: number;
  /** Goes on with the cell above. */
  isContinued: boolean;
}

interface OpenTable {
  rows: { cells: OpenCell[]; before: number }[];
}

interface OpenParagraph {
  text: string;
  level: number | undefined;
  /** Its end was struck out: the next one goes on with it. */
  isJoined: boolean;
}

/** What is not there for a reader: struck out, hidden, the other half of a text box, fields' codes. */
const unseen = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);

class DocumentReader implements XmlEvents {
  readonly blocks: PublishedBlock[] = [];
  private readonly tables: OpenTable[] = [];
  /** A text box stands within a paragraph, and has paragraphs itself. */
  private readonly paragraphs: OpenParagraph[] = [];
  private hidden = 0;
  private isText = false;
  /** What is said of a paragraph and of its end, which is struck out as words are. */
  private readonly formats: string[] = [];
  private carried = '';

  constructor(private readonly headings: ReadonlyMap<string, number>) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (unseen.has(name)) this.hidden += 1;
    if (name === 'pPr' || name === 'rPr') this.formats.push(name);
    const value = attributeOf(attributes, 'val');
    switch (name) {
      case 'del':
      case 'moveFrom':
        return this.strikeEnd();
      case 'tbl':
        this.leaveCarried();
        return void this.tables.push({ rows: [] });
      case 'tr':
        return void this.table?.rows.push({ cells: [], before: 0 });
      case 'tc':
        return void this.table?.rows.at(-1)?.cells.push({ lines: [], columnSpan: 1, isContinued: false });
      case 'gridBefore':
        return this.setBefore(Number(value));
      case 'gridSpan':
        if (this.cell) this.cell.columnSpan = Math.max(1, Math.min(Number(value) || 1, 500));
        return;
      case 'vMerge':
        if (this.cell) this.cell.isContinued = value === undefined || value === 'continue';
        return;
      case 'p':
        return void this.paragraphs.push({ text: '', level: undefined, isJoined: false });
      case 'pStyle':
        return this.setLevel(this.headings.get(value ?? ''));
      case 'outlineLvl':
        return this.setLevel(Number(value) + 1);
      case 't':
        this.isText = true;
        return;
      case 'tab':
      case 'br':
      case 'cr':
        return this.append(name === 'tab' ? '\t' : '\n');
    }
  }

  close(name: string): void {
    if (unseen.has(name)) this.hidden -= 1;
    if (name === 'pPr' || name === 'rPr') this.formats.pop();
    if (name === 'tc' || name === 'body') this.leaveCarried();
    if (name === 't') this.isText = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tbl') this.endTable();
  }

  text(text: string): void {
    if (this.isText) this.append(text);
  }

  private get table(): OpenTable | undefined {
    return this.tables.at(-1);
  }

  private get cell(): OpenCell | undefined {
    return this.table?.rows.at(-1)?.cells.at(-1);
  }

  private append(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && this.hidden === 0) paragraph.text += text;
  }

  private setLevel(level: number | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && level !== undefined && level >= 1 && level <= 6) paragraph.level = level;
  }

  private setBefore(columns: number): void {
    const row = this.table?.rows.at(-1);
    if (row) row.before = Math.max(0, Math.min(columns || 0, 500));
  }

  private strikeEnd(): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && this.formats.join(' ') === 'pPr rPr') paragraph.isJoined = true;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const text = this.carried + paragraph.text;
    this.carried = paragraph.isJoined ? text : '';
    if (!paragraph.isJoined) this.paragraph(text, paragraph.level);
  }

  /** Nothing follows that it could go on with. */
  private leaveCarried(): void {
    const text = this.carried;
    this.carried = '';
    if (text !== '') this.paragraph(text, undefined);
  }

  private paragraph(text: string, level: number | undefined): void {
    if (this.cell) return void this.cell.lines.push(text.trim());
    for (const line of text.split('\n').map((one) => one.trim()))
      if (line !== '')
        this.blocks.push({ kind: 'line', text: line, ...(level !== undefined && { level }), place: {} });
  }

  /** A table within a cell is that cell's text. */
  private endTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    if (this.cell)
      return void this.cell.lines.push(
        ...table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)),
      );
    const rows = spanningRows(table);
    if (rows.length > 0) this.blocks.push({ kind: 'grid', rows: occupy(rows, {}), isRuled: true, place: {} });
  }
}

/** Cells that go on with the cell above become rows of that one. */
function spanningRows({ rows }: OpenTable): SpanningCell[][] {
  const above = new Map<number, SpanningCell>();
  return rows.map(({ cells, before }) => {
    const own: SpanningCell[] = before > 0 ? [blank(before)] : [];
    let column = before;
    for (const { lines, columnSpan, isContinued } of cells) {
      const upper = isContinued ? above.get(column) : undefined;
      if (upper) upper.rowSpan += 1;
      else {
        const cell = { ...blank(columnSpan), text: lines.filter((line) => line !== '').join('') };
        own.push(cell);
        above.set(column, cell);
      }
      column += columnSpan;
    }
    return own;
  });
}

function blank(columnSpan: number): SpanningCell {
  return { text: '', columnSpan, rowSpan: 1, place: {} };
}
