import type { Cell, Published, PublishedBlock } from '../published/published.js';

/** Every line and every cell with a place of its own, by which it is found again. */
export function withOwnPlaces({ blocks }: Published): Published {
  return { blocks: blocks.map(withOwnPlace) };
}

function withOwnPlace(block: PublishedBlock): PublishedBlock {
  if (block.kind === 'line') return { ...block, place: { ...block.place } };
  const cells = new Map<Cell, Cell>();
  const own = (cell: Cell): Cell => {
    const known = cells.get(cell) ?? { ...cell, place: { ...cell.place } };
    cells.set(cell, known);
    return known;
  };
  return { ...block, place: { ...block.place }, rows: block.rows.map((row) => row.map(own)) };
}
