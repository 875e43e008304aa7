import type { Inline, Table } from '../document/document.js';
import { plainText } from '../document/plain-text.js';

/**
 * The table for Markdown: figures without their paths, totals in bold cell by cell since no style says it, and
 * names of rows as plain cells, which hosts would set in bold and centred otherwise.
 */
export function bareTable(table: Table): Table {
  const rows = table.rows.map(({ total, cells }) => ({
    total: false,
    cells: cells.map((cell) => ({
      header: false,
      content: total ? strong(bare(cell.content)) : bare(cell.content),
    })),
  }));
  const header = table.header.map((row) => row.map((cell) => ({ ...cell, content: bare(cell.content) })));
  return { ...table, header, rows };
}

function strong(content: Inline[]): Inline[] {
  return plainText(content) === '' ? [] : [{ kind: 'strong', content }];
}

function bare(content: Inline[]): Inline[] {
  return content.map((inline): Inline => {
    if (inline.kind === 'figure') return { kind: 'text', text: inline.text };
    return 'content' in inline ? { ...inline, content: bare(inline.content) } : inline;
  });
}
