import type { Block, Inline, Table } from '../document/document.js';

/** Replaces a run of plain text. */
export type ReplaceText = (text: string) => Inline[];

/** The same blocks with every run of plain text replaced. */
export function mapInlines(blocks: readonly Block[], replace: ReplaceText): Block[] {
  return blocks.map((block) => mapBlock(block, replace));
}

function mapBlock(block: Block, replace: ReplaceText): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, content: mapContent(block.content, replace) };
    case 'list':
      return { ...block, items: block.items.map((item) => mapInlines(item, replace)) };
    case 'quote':
    case 'cover':
    case 'contents':
      return { ...block, blocks: mapInlines(block.blocks, replace) };
    case 'preformatted':
      return { ...block, text: wordsOf(replace(block.text)) };
    case 'table':
      return mapTable(block, replace);
    case 'chart':
      return block;
  }
}

function mapTable(table: Table, replace: ReplaceText): Table {
  const cell = <T extends { content: Inline[] }>(cell: T): T => ({
    ...cell,
    content: mapContent(cell.content, replace),
  });
  return {
    ...table,
    header: table.header.map((row) => row.map(cell)),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
  };
}

function mapContent(content: readonly Inline[], replace: ReplaceText): Inline[] {
  return content.flatMap((inline) => mapInline(inline, replace));
}

function mapInline(inline: Inline, replace: ReplaceText): Inline[] {
  if (inline.kind === 'text') return replace(inline.text);
  if (inline.kind === 'code') return [{ ...inline, text: wordsOf(replace(inline.text)) }];
  return 'content' in inline ? [{ ...inline, content: mapContent(inline.content, replace) }] : [inline];
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
}
