import type { Provenance } from '@fiscal/core';
import type { Block, ChartPoint, Inline } from './document.js';

/** The share of a slice. */
export interface SliceShare extends Provenance {
  text: string;
  path?: undefined;
  isOpen?: undefined;
  lacks?: undefined;
}

/** A figure as a document prints it, in running text, in a table or in a chart. */
export type PrintedFigure = InlineFigure | ChartPoint | SliceShare;

export type InlineFigure = Extract<Inline, { kind: 'figure' }>;

/** Every figure that blocks print, in order. */
export function figuresIn(blocks: readonly Block[]): PrintedFigure[] {
  return blocks.flatMap(figuresOfBlock);
}

function figuresOfBlock(block: Block): PrintedFigure[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return figuresOf(block.content);
    case 'cover':
    case 'quote':
      return figuresIn(block.blocks);
    case 'contents':
      return [
        ...figuresOf(block.title),
        ...figuresIn(block.blocks),
        ...block.entries.flatMap(({ content }) => figuresOf(content)),
      ];
    case 'list':
      return block.items.flatMap(figuresIn);
    case 'table': {
      const cells = [...block.header, ...block.rows.map((row) => row.cells)].flat();
      const texts = [block.title, block.label, ...cells.map(({ content }) => content), ...block.notes];
      return texts.flatMap(figuresOf);
    }
    case 'chart':
      return [...figuresOf(block.caption), ...block.points.flatMap(figuresOfPoint)];
    case 'preformatted':
      return [];
  }
}

/** The amount, and what a slice of a pie says of itself besides. */
function figuresOfPoint(point: ChartPoint): PrintedFigure[] {
  const { label, share, shareFrom } = point;
  return [...figuresOf(label), point, ...(share ? [{ ...shareFrom, text: share }] : [])];
}

/** Every figure in running text, in order. */
export function figuresOf(content: readonly Inline[]): InlineFigure[] {
  return content.flatMap((inline) => {
    if (inline.kind === 'figure') return [inline];
    return 'content' in inline ? figuresOf(inline.content) : [];
  });
}
