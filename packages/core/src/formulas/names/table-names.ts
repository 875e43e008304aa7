import { type Evaluated, unwritten } from '../evaluated.js';
import { type Scope, withVariables } from '../scope.js';
import { checkBranches, checkExpression, checkText, checkTexts, repeated } from './expression-names.js';
import { memberOf } from './member-of.js';
import type { ColumnNode, RowNode, TablePanel, TableTemplate } from '../../model/template.js';

/** Unknown names in a table: the cells of its columns see the variables of its rows. */
export function checkTable({ label, panels, notes, empty }: TableTemplate, scope: Scope): void {
  checkText(label, scope);
  for (const panel of panels) checkPanel(panel, scope);
  for (const note of [...notes, empty ?? []]) checkTexts(note, scope);
}

function checkPanel({ title, columns, rows }: TablePanel, scope: Scope): void {
  checkText(title, scope);
  const ofRows = withVariables(scope, variablesOf(rows, scope));
  checkColumns(columns, ofRows);
  checkRows(rows, withVariables(scope, columnVariables(columns, scope)));
}

function checkColumns(columns: readonly ColumnNode[], scope: Scope): void {
  for (const column of columns) {
    if (column.kind === 'repeat') checkColumns(column.content, repeated(column, scope));
    else {
      checkText(column.header, scope);
      if (column.kind === 'group') checkColumns(column.content, scope);
      else checkExpression(column.value, scope);
    }
  }
}

function checkRows(rows: readonly RowNode[], scope: Scope): void {
  for (const row of rows) {
    if (row.kind === 'choice') checkBranches(row, scope, checkRows);
    else if (row.kind === 'repeat') checkRows(row.content, repeated(row, scope));
    else {
      let inner = scope;
      for (const { variable, value } of row.bindings) {
        checkExpression(value, inner);
        inner = withVariables(inner, [[variable, unwritten]]);
      }
      for (const cell of row.cells) checkExpression(cell, inner);
    }
  }
}

/** What 行每 and 行 变量 = … name; the member of a list tells more than a binding. */
function variablesOf(rows: readonly RowNode[], scope: Scope): [string, Evaluated][] {
  const bound = rows.flatMap((row): [string, Evaluated][] => {
    if (row.kind === 'row') return row.bindings.map(({ variable }) => [variable, unwritten]);
    if (row.kind === 'choice') return variablesOf([...row.then, ...row.otherwise], scope);
    const member: [string, Evaluated] = [row.variable, memberOf(row.list, scope)];
    return [['序号', unwritten], ...variablesOf(row.content, withVariables(scope, [member])), member];
  });
  return bound.sort(([, a], [, b]) => Number(a !== unwritten) - Number(b !== unwritten));
}

/** Cells of a row see the variables of 列每 around their column. */
function columnVariables(columns: readonly ColumnNode[], scope: Scope): [string, Evaluated][] {
  return columns.flatMap((column): [string, Evaluated][] => {
    if (column.kind === 'column') return [];
    const inner = columnVariables(column.content, scope);
    return column.kind === 'repeat' ? [[column.variable, unwritten], ...inner] : inner;
  });
}
