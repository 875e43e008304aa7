import { isOfLibrary } from '@fiscal/core';
import type { Block, Inline, PrintedFigure, ReportDocument, Table } from '@fiscal/report';
import { occupy, type SpanningCell } from '../published/grid.js';
import type { Cell, Line, Published, PublishedBlock } from '../published/published.js';

/** A figure in a line or a cell, and where in it. */
export interface PlacedFigure {
  from: number;
  to: number;
  figure: PrintedFigure;
}

/** A document that was composed, as if somebody had published it; each figure still knows what it rests on. */
export interface Printed {
  published: Published;
  figuresIn(of: Line | Cell): readonly PlacedFigure[];
}

/** Lines and grids of a document without its list of contents and without what its author wrote himself. */
export function printedAs({ blocks }: ReportDocument): Printed {
  const printer = new Printer();
  printer.walk(blocks);
  const { blocks: printed, figures, cells } = printer;
  return {
    published: { blocks: printed },
    figuresIn: (of) => ('kind' in of ? figures.get(of) : cells.get(of.place)) ?? [],
  };
}

class Printer {
  readonly blocks: PublishedBlock[] = [];
  readonly figures = new Map<Line, readonly PlacedFigure[]>();
  /** By the cell's own place. */
  readonly cells = new Map<Cell['place'], readonly PlacedFigure[]>();

  walk(blocks: readonly Block[]): void {
    for (const block of blocks) this.block(block);
  }

  private block(block: Block): void {
    switch (block.kind) {
      case 'cover':
        return this.walk(block.blocks);
      case 'heading':
        if (isOfTemplate(block.origin)) this.line(block.content, block.level);
        return;
      case 'paragraph':
        if (isOfTemplate(block.origin)) this.line(block.content);
        return;
      case 'chart':
        return this.line(block.caption);
      case 'table':
        return this.table(block);
      case 'contents':
      case 'list':
      case 'quote':
      case 'preformatted':
        return;
    }
  }

  private line(content: readonly Inline[], level?: number): void {
    const { text, figures } = written(content);
    const line: Line = { kind: 'line', text, ...(level !== undefined && { level }), place: {} };
    this.blocks.push(line);
    this.figures.set(line, figures);
  }

  private table(table: Table): void {
    this.line(table.title);
    const header = table.header.map((row) =>
      row.map(({ content, columnSpan, rowSpan }) => this.cell(content, columnSpan, rowSpan)),
    );
    const rows = table.rows.map(({ cells }) => cells.map(({ content }) => this.cell(content, 1, 1)));
    this.blocks.push({ kind: 'grid', rows: occupy([...header, ...rows], {}), isRuled: true, place: {} });
    for (const note of table.notes) this.line(note);
  }

  private cell(content: readonly Inline[], columnSpan: number, rowSpan: number): SpanningCell {
    const { text, figures } = written(content);
    const place = {};
    this.cells.set(place, figures);
    return { text, columnSpan, rowSpan, place };
  }
}

function isOfTemplate(origin: { uri: string } | undefined): boolean {
  return origin === undefined || isOfLibrary({ uri: origin.uri });
}

function written(content: readonly Inline[]): { text: string; figures: PlacedFigure[] } {
  let text = '';
  const figures: PlacedFigure[] = [];
  const walk = (inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      if (inline.kind === 'figure')
        figures.push({ from: text.length, to: text.length + inline.text.length, figure: inline });
      if ('content' in inline) walk(inline.content);
      else text += inline.kind === 'break' ? ' ' : inline.text;
    }
  };
  walk(content);
  return { text, figures };
}
