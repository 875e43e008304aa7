import { type Expression, type RichText, richTextSource, type RowNode } from '@fiscal/core';

export type RowEdit = (row: RowNode & { kind: 'row' }) => RowNode[];

/** Edits each row that begins with these words, wherever it stands. */
export function editRows(
  rows: readonly RowNode[],
  name: string,
  edit: RowEdit,
): { rows: RowNode[]; found: number } {
  let found = 0;
  const visit = (row: RowNode): RowNode[] => {
    if (row.kind === 'repeat') return [{ ...row, content: row.content.flatMap(visit) }];
    if (row.kind === 'choice')
      return [{ ...row, then: row.then.flatMap(visit), otherwise: row.otherwise.flatMap(visit) }];
    if (titleOfRow(row) !== name) return [row];
    found++;
    return edit(row);
  };
  return { rows: rows.flatMap(visit), found };
}

/** The row with other first words. */
export function retitled(row: RowNode & { kind: 'row' }, title: RichText): RowNode {
  const at = row.cells.findIndex((cell) => wordsOf(cell) !== '');
  const words: Expression = { kind: 'rich', text: title, origin: title.origin };
  return { ...row, cells: row.cells.map((cell, index) => (index === at ? words : cell)) };
}

/** The first words of a row. */
export function titleOfRow(row: RowNode): string | undefined {
  if (row.kind !== 'row') return undefined;
  return row.cells.map(wordsOf).find((words) => words !== '');
}

function wordsOf(cell: Expression): string {
  if (cell.kind === 'text') return cell.text;
  return cell.kind === 'rich' ? richTextSource(cell.text) : '';
}

export function titlesOfRows(rows: readonly RowNode[]): string[] {
  return rows.flatMap((row): string[] => {
    if (row.kind === 'row') return [titleOfRow(row) ?? []].flat();
    return titlesOfRows(row.kind === 'repeat' ? row.content : [...row.then, ...row.otherwise]);
  });
}
