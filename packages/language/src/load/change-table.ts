import { nearestNames, type Origin, richTextSource, type TablePanel, type TableTemplate } from '@fiscal/core';
import { type LoweringContext, report } from '../lower/context.js';
import type { ChangedContent, TemplateChange } from '../lower/template-changes.js';
import { filledTexts } from './base-content.js';
import { type ColumnEdit, editColumns, headersIn, titleOfColumn } from './change-columns.js';
import { editRows, retitled, type RowEdit, titleOfRow, titlesOfRows } from './change-rows.js';
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
    else table = edit(table, name, column.origin, context, { column: () => [column] }, 'nothing-to-replace');
  }
  for (const row of rows) {
    const name = titleOfRow(row);
    if (name === undefined) report(context, 'Z027', 'error', row.origin, 'unplaced-column', {});
    else table = edit(table, name, row.origin, context, { row: () => [row] }, 'nothing-to-replace');
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
    case 'omit':
      return omitted(table, change, context);
    case 'add': {
      const { anchor, side, content } = change;
      for (const { origin } of content.nodes) report(context, 'Z027', 'error', origin, 'inside-table', {});
      if (content.notes.length > 0 || content.empty || content.label)
        report(context, 'Z027', 'error', anchor.origin, 'beside-column', {});
      const beside = <T>(added: readonly T[]) => {
        if (added.length === 0) return {};
        return { at: (node: T) => (side === 'before' ? [...added, node] : [node, ...added]) };
      };
      const [column, row] = [beside(content.columns).at, beside(content.rows).at];
      if (!column && !row) return table;
      const edits = { ...(column && { column }), ...(row && { row }) };
      return edit(table, richTextSource(anchor), anchor.origin, context, edits);
    }
    case 'move':
      return moved(table, change, context);
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

function omitted(
  table: TableTemplate,
  { title, of }: TemplateChange & { kind: 'omit' },
  context: LoweringContext,
): TableTemplate {
  const name = richTextSource(title);
  const none = () => [];
  if (of === 'column') return edit(table, name, title.origin, context, { column: none });
  if (of === 'row') return edit(table, name, title.origin, context, { row: none });
  if (of !== undefined) report(context, 'Z027', 'error', title.origin, 'inside-table', {});
  else if (isColumn(table, name) && isRow(table, name))
    report(context, 'Z027', 'error', title.origin, 'column-and-row', { name });
  else return edit(table, name, title.origin, context, { column: none, row: none });
  return table;
}

/** 改名: a head, or where no column has it, the first words of a row. */
function moved(
  table: TableTemplate,
  { anchor, title, to }: TemplateChange & { kind: 'move' },
  context: LoweringContext,
): TableTemplate {
  const name = richTextSource(anchor);
  if (to) report(context, 'Z027', 'error', anchor.origin, 'stays-in-table', { name });
  if (!title) return table;
  const column: ColumnEdit = (node) => [node.kind === 'repeat' ? node : { ...node, header: title }];
  const row: RowEdit = (node) => [retitled(node, title)];
  const edits = isColumn(table, name) ? { column } : isRow(table, name) ? { row } : { column, row };
  return edit(table, name, anchor.origin, context, edits);
}

interface Edits {
  column?: ColumnEdit;
  row?: RowEdit;
}

/** Does something to each column and row of a name; what the table does not have is told. */
function edit(
  table: TableTemplate,
  name: string,
  origin: Origin,
  context: LoweringContext,
  { column, row }: Edits,
  otherwise = 'unknown-column',
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
    const edited = editRows(made.rows, name, row);
    found += edited.found;
    return { ...made, rows: edited.rows };
  });
  if (found > 0) return { ...table, panels };
  const known = [...(column ? headsOf(table) : []), ...(row ? rowsOf(table) : [])];
  if (column && !row && isRow(table, name))
    report(context, 'Z027', 'error', origin, 'row-not-column', { name });
  else if (row && !column && isColumn(table, name))
    report(context, 'Z027', 'error', origin, 'column-not-row', { name });
  else
    reportUnknown(
      context,
      name,
      origin,
      known,
      nearestNames(name, known).length > 0 ? 'unknown-column' : otherwise,
    );
  return table;
}

function headsOf({ panels }: TableTemplate): string[] {
  return panels.flatMap(({ columns }) => headersIn(columns));
}

function rowsOf({ panels }: TableTemplate): string[] {
  return panels.flatMap(({ rows }) => titlesOfRows(rows));
}

function isColumn(table: TableTemplate, name: string): boolean {
  return headsOf(table).includes(name);
}

function isRow(table: TableTemplate, name: string): boolean {
  return rowsOf(table).includes(name);
}
