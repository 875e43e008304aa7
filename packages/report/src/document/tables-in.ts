import type { Block, Table } from './document.js';

/** Every table, in order, wherever it stands. */
export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    if (block.kind === 'list') return block.items.flatMap(tablesIn);
    return 'blocks' in block ? tablesIn(block.blocks) : [];
  });
}
