import type { Block, Inline, Table } from '../src/document/document.js';
import { plainText } from '../src/document/plain-text.js';

/** Blocks as lines, to be read: headings with #, paragraphs with their style, tables as rows of cells. */
export function documentText(blocks: readonly Block[]): string[] {
  return blocks.flatMap(blockText);
}

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.number}|${plainText(block.content)} {${block.id}}`];
    case 'paragraph':
      return [(block.style === 'body' ? '' : `${block.style}: `) + plainText(block.content)];
    case 'cover':
      return ['[cover]', ...documentText(block.blocks)];
    case 'contents':
      return [
        `[contents] ${plainText(block.title)}`,
        ...documentText(block.blocks),
        ...block.entries.map(
          ({ level, target, content }) => `${'  '.repeat(level)}${plainText(content)} -> ${target}`,
        ),
      ];
    case 'chart':
      return [
        `[${block.form}] ${block.id} ${plainText(block.caption)} (${block.unit})`,
        ...block.points.map(
          ({ label, value, text, share }) =>
            `  ${plainText(label)} ${value} “${text}”` + (share ? ` ${share}` : ''),
        ),
      ];
    case 'table':
      return tableText(block);
    default:
      return [`[${block.kind}]`];
  }
}

function tableText(table: Table): string[] {
  return [
    [`[table] ${table.id}`, plainText(table.title), plainText(table.label), table.unit]
      .filter((words) => words !== '')
      .join(' / '),
    ...table.header.map((row) =>
      row
        .map(({ content, columnSpan, rowSpan }) => plainText(content) + spans(columnSpan, rowSpan))
        .join(' | '),
    ),
    ...table.rows.map(
      ({ total, cells }) =>
        (total ? '= ' : '- ') + cells.map(({ content }) => plainText(content)).join(' | '),
    ),
    ...table.notes.map((note) => `注 ${plainText(note)}`),
  ];
}

function spans(columns: number, rows: number): string {
  return columns === 1 && rows === 1 ? '' : `[${columns}×${rows}]`;
}

/** `路径=文字` of every figure in the blocks. */
export function figuresOf(blocks: readonly Block[]): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const inline = value as Inline | Block;
    if (inline.kind === 'chart') return;
    if (inline.kind === 'figure') found.push(`${inline.path ?? ''}=${inline.text}`);
    else Object.values(value).forEach(walk);
  };
  walk(blocks);
  return found;
}
