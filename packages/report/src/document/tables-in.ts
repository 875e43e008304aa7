import type { Block, Table } from './document.js';
import { plainText } from './plain-text.js';

export interface NamedTable {
  table: Table;
  /** Its title; where it has none, the heading it stands under. */
  name: string;
}

/** Every table, in order, wherever it stands. */
export function tablesIn(blocks: readonly Block[]): NamedTable[] {
  const found: NamedTable[] = [];
  let heading = '';
  const visit = (inner: readonly Block[]): void => {
    for (const block of inner) {
      if (block.kind === 'heading') heading = plainText(block.content);
      if (block.kind === 'table') found.push({ table: block, name: plainText(block.title) || heading });
      else if (block.kind === 'list') block.items.forEach(visit);
      else if ('blocks' in block) visit(block.blocks);
    }
  };
  visit(blocks);
  return found;
}
