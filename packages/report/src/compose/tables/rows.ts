import {
  afford,
  evaluate,
  type FigureValue,
  holds,
  openMember,
  repeatScopes,
  type RowNode,
  type Scope,
  withVariables,
} from '@fiscal/core';
import { inlinesOf } from '../inlines.js';
import type { Settings } from '../settings.js';
import { blankCell, type Cell, composeCell } from './cell.js';
import type { Column } from './columns.js';

export interface Row {
  total: boolean;
  cells: Cell[];
}

/** A cell is evaluated, laid out and printed. */
const cellSteps = 5;

/** The rows of one panel, with repetitions and choices made. */
export function composeRows(
  nodes: readonly RowNode[],
  columns: readonly Column[],
  scope: Scope,
  settings: Settings,
): Row[] {
  return nodes.flatMap((node) => composeRow(node, columns, scope, settings));
}

function composeRow(node: RowNode, columns: readonly Column[], scope: Scope, settings: Settings): Row[] {
  switch (node.kind) {
    case 'row':
      return afford(scope, cellSteps * columns.length, node.origin)
        ? [plainRow(node, columns, scope, settings)]
        : [];
    case 'choice':
      return composeRows(holds(node.condition, scope) ? node.then : node.otherwise, columns, scope, settings);
    case 'repeat': {
      const scopes = repeatScopes(node, scope);
      const open = scopes.length === 0 && openMember(node, scope);
      if (open) return [openRow(open, columns.length, scope, settings)];
      return scopes.flatMap((inner) => composeRows(node.content, columns, inner, settings));
    }
  }
}

function plainRow(
  node: RowNode & { kind: 'row' },
  columns: readonly Column[],
  scope: Scope,
  settings: Settings,
): Row {
  let inner = scope;
  for (const { variable, value } of node.bindings)
    inner = withVariables(inner, [[variable, evaluate(value, inner)]]);
  const cells = columns.map((column, index) =>
    composeCell(node.cells[index] ?? column.value, column, inner, settings),
  );
  return { total: node.total, cells };
}

/** 未填 in every cell, where a row for each line would stand. */
function openRow(figure: FigureValue, columns: number, scope: Scope, settings: Settings): Row {
  const content = inlinesOf([{ kind: 'figure', figure }], scope, settings, 'table');
  const cell: Cell = { content, hasValue: true, figures: 'other' };
  return { total: false, cells: Array.from({ length: columns }, () => cell) };
}

export function blankRow(columns: number): Row {
  return { total: false, cells: Array.from({ length: columns }, () => blankCell) };
}
