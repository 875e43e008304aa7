import { richTextSource, type RowNode, type TablePanel, type TableTemplate } from '@fiscal/core';
import { type LoweringContext, report } from '../lower/context.js';
import type { ChangedContent, TemplateChange } from '../lower/template-changes.js';
import { filledTexts } from './base-content.js';
import { type ColumnEdit, editColumns, headersIn, titleOfColumn } from './change-columns.js';
import { reportUnknown } from './report-unknown.js';
import { reworded } from './reword.js';

/** A table of the base with single columns, rows and notes changed: columns go by their heads, rows by their first words. */
export function changeTable(
  base: TableTemplate,
  { nodes, columns, rows, notes, empty, label }: ChangedContent,
  changes: readonly TemplateChange[],
  context: LoweringContext,
): TableTemplate {
  for (const { origin } of nodes) report(context, 'Z027', 'error', origin, 'inside-table', {});
  let table = base;
  for (const column of columns) {
    const name = titleOfColumn(column);
    if (name === undefined) report(context, 'Z027', 'error', column.origin, 'unplaced-column', {});
    else table = edit(table, name, column.origin, context, { column: () => [column] });
  }
  for (const row of rows) {
    const name = titleOfRow(row);
    if (name === undefined) report(context, 'Z027', 'error', row.origin, 'unplaced-column', {});
    else table = edit(table, name, row.origin, context, { row: () => [row] });
  }
  if (notes.length > 0) {
    const ofBase = base.notes.flat();
    table = { ...table, notes: notes.map((note) => filledTexts(note, ofBase)) };
  }
  if (label) table = { ...table, label };
  if (empty) table = { ...table, empty: filledTexts(empty, base.empty ?? []) };
  return changes.reduce((made, change) => changed(made, change, context), table);
}

function changed(table: TableTemplate, change: TemplateChange, context: LoweringContext): TableTemplate {
  switch (change.kind) {
    case 'omit': {
      const { title } = change;
      const none = () => [];
      return edit(table, richTextSource(title), title.origin, context, { column: none, row: none });
    }
    case 'add': {
      const { anchor, side, content } = change;
      const beside = <T>(added: readonly T[]) => {
        if (added.length === 0) return {};
        return { at: (node: T) => (side === 'before' ? [...added, node] : [node, ...added]) };
      };
      const [column, row] = [beside(content.columns).at, beside(content.rows).at];
      const edits = { ...(column && { column }), ...(row && { row }) };
      return edit(table, richTextSource(anchor), anchor.origin, context, edits);
    }
    case 'move': {
      const { anchor, title } = change;
      if (!title) return table;
      const column: ColumnEdit = (node) => [node.kind === 'repeat' ? node : { ...node, header: title }];
      return edit(table, richTextSource(anchor), anchor.origin, context, { column });
    }
    case 'reword': {
      const { made, count } = reworded([table], change.words, change.text);
      const name = richTextSource(change.words);
      if (count === 0) report(context, 'Z027', 'error', change.words.origin, 'unknown-words', { name });
      return made[0] as TableTemplate;
    }
    default:
      return table;
  }
}

interface Edits {
  column?: ColumnEdit;
  row?: (row: RowNode) => RowNode[];
}

/** Does something to each column and row of a name; what the table does not have is told. */
function edit(
  table: TableTemplate,
  name: string,
  origin: RowNode['origin'],
  context: LoweringContext,
  { column, row }: Edits,
): TableTemplate {
  let found = 0;
  const panels = table.panels.map((panel): TablePanel => {
    let made = panel;
    if (column) {
      const edited = editColumns(made, name, column);
      made = edited.panel;
      found += edited.found;
    }
    if (!row) return made;
    const rows = editRows(made.rows, (node) => {
      if (titleOfRow(node) !== name) return undefined;
      found++;
      return row(node);
    });
    return { ...made, rows };
  });
  if (found > 0) return { ...table, panels };
  const known = table.panels.flatMap(({ columns, rows }) => [
    ...(column ? headersIn(columns) : []),
    ...(row ? titlesOfRows(rows) : []),
  ]);
  reportUnknown(context, name, origin, known, 'unknown-column');
  return table;
}

function editRows(rows: readonly RowNode[], result: (row: RowNode) => RowNode[] | undefined): RowNode[] {
  return rows.flatMap((row): RowNode[] => {
    const made = result(row);
    if (made) return made;
    if (row.kind === 'repeat') return [{ ...row, content: editRows(row.content, result) }];
    if (row.kind !== 'choice') return [row];
    return [{ ...row, then: editRows(row.then, result), otherwise: editRows(row.otherwise, result) }];
  });
}

/** The first words of a row. */
export function titleOfRow(row: RowNode): string | undefined {
  if (row.kind !== 'row') return undefined;
  const words = row.cells.map((cell) => {
    if (cell.kind === 'text') return cell.text;
    return cell.kind === 'rich' ? richTextSource(cell.text) : '';
  });
  return words.find((word) => word !== '');
}

export function titlesOfRows(rows: readonly RowNode[]): string[] {
  return rows.flatMap((row): string[] => {
    if (row.kind === 'row') return [titleOfRow(row) ?? []].flat();
    return titlesOfRows(row.kind === 'repeat' ? row.content : [...row.then, ...row.otherwise]);
  });
}
