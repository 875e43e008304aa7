import type { Provenance } from '@fiscal/core';
import type { Block, ChartPoint, Inline } from './document.js';

/** The share of a slice. */
export interface SliceShare extends Provenance {
  text: string;
  path?: undefined;
  isOpen?: undefined;
}

/** A figure as a document prints it, in running text, in a table or in a chart. */
export type PrintedFigure = Extract<Inline, { kind: 'figure' }> | ChartPoint | SliceShare;

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
      return [...figuresOf(block.title), ...figuresIn(block.blocks)];
    case 'list':
      return block.items.flatMap(figuresIn);
    case 'table': {
      const cells = [...block.header, ...block.rows.map((row) => row.cells)].flat();
      return [...cells.flatMap(({ content }) => figuresOf(content)), ...block.notes.flatMap(figuresOf)];
    }
    case 'chart':
      return block.points.flatMap((point) => [point, ...shareOf(point)]);
    case 'preformatted':
      return [];
  }
}

/** What a slice of a pie says of itself besides its amount. */
function shareOf({ share, shareFrom }: ChartPoint): SliceShare[] {
  return share ? [{ ...shareFrom, text: share }] : [];
}

function figuresOf(content: readonly Inline[]): PrintedFigure[] {
  return content.flatMap((inline) => {
    if (inline.kind === 'figure') return [inline];
    return 'content' in inline ? figuresOf(inline.content) : [];
  });
}
