import type { HeaderCell, Inline, Table } from '../src/document/document.js';

/** Words without anything in them. */
export const text = (words: string): Inline[] => [{ kind: 'text', text: words }];

/**
 * A table from lines of cells. The first is the header; `>` after a heading aligns its column right.
 * `甲 | 乙[2]` in a header above it makes groups, and `^` what reaches down from the row above.
 */
export function table(source: string, more: Partial<Table> = {}): Table {
  const lines = source
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const headings = lines.findIndex((cells) => cells.some((cell) => cell.endsWith('>'))) + 1 || 1;
  const header = lines
    .slice(0, headings)
    .map((cells) => cells.filter((cell) => cell !== '^').map(headerCell));
  const columns = lines[headings - 1]!.map((cell) => ({
    align: cell.endsWith('>') ? ('right' as const) : ('left' as const),
  }));
  const rows = lines.slice(headings).map((cells) => ({
    total: cells.includes('合计'),
    cells: cells.map((cell) => ({ content: text(cell), header: /\p{Script=Han}/u.test(cell) })),
  }));
  return {
    kind: 'table',
    id: '表-1',
    title: [],
    label: [],
    unit: '',
    header,
    columns,
    rows,
    notes: [],
    ...more,
  };
}

/** `项目[2]` spans two columns, `合计/2` two rows. */
function headerCell(words: string): HeaderCell {
  const [, name = '', columns = '1', rows = '1'] = /^([^[/>]*)(?:\[(\d+)\])?(?:\/(\d))?>?$/.exec(words) ?? [];
  return { content: text(name), columnSpan: Number(columns), rowSpan: Number(rows) };
}
