import type { Block, Inline, ReportDocument, Table } from '@fiscal/report';

/** What a document says, a text for each paragraph and each cell, in the order in which it is read. */
export function textsOf({ title, blocks }: ReportDocument): string[] {
  const hasTitle = blocks.some((block) => block.kind === 'cover' && block.blocks.some(isTitle));
  return [hasTitle ? '' : title, ...blocks.flatMap(blockTexts)].filter((text) => text !== '');
}

function isTitle(block: Block): boolean {
  return block.kind === 'paragraph' && block.style === 'title';
}

/** As programs that lay out text may part and join it. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad]+/g, '');
}

/** Its tables, wherever they stand. */
export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    if (block.kind === 'list') return block.items.flatMap(tablesIn);
    return 'blocks' in block ? tablesIn(block.blocks) : [];
  });
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'heading': {
      const separator = block.number === '' || /[\p{P}\s]$/u.test(block.number) ? '' : ' ';
      return [block.number + separator + plain(block.content)];
    }
    case 'paragraph':
      return [plain(block.content)];
    case 'cover':
    case 'quote':
      return block.blocks.flatMap(blockTexts);
    case 'contents':
      return [plain(block.title), ...block.blocks.flatMap(blockTexts)];
    case 'list':
      return block.items.flat().flatMap(blockTexts);
    case 'preformatted':
      return block.text.split('\n');
    case 'chart':
      return [plain(block.caption)];
    case 'table':
      return [...tableHead(block), ...cellTexts(block).flat(), ...block.notes.map(plain)];
  }
}

function tableHead({ title, label, unit }: Table): string[] {
  return [plain(title), [plain(label), unit].filter((text) => text !== '').join('\t')];
}

/** Header cells, then the rows. */
export function cellTexts({ header, rows }: Table): string[][] {
  return [
    ...header.map((cells) => cells.map(({ content }) => plain(content))),
    ...rows.map(({ cells }) => cells.map(({ content }) => plain(content))),
  ];
}

export function plain(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === 'break') return ' ';
      return 'content' in inline ? plain(inline.content) : inline.text;
    })
    .join('');
}
