import {
  afford,
  type ColumnNode,
  type Evaluated,
  type Expression,
  repeatScopes,
  type Scope,
} from '@fiscal/core';
import type { Inline } from '../../document/document.js';
import { richInlines } from '../inlines.js';
import type { Settings } from '../settings.js';

/** A header cell with what stands below it: other headers, or a column of cells. */
export type HeaderNode =
  | { kind: 'group'; content: Inline[]; children: HeaderNode[] }
  | { kind: 'leaf'; content: Inline[]; column: Column };

export interface Column {
  form: 'text' | 'figure';
  value?: Expression;
  /** Variables of the column repetitions around it. */
  variables: (readonly [string, Evaluated])[];
}

/** A column has header cells, a place in the layout and a cell in every row. */
const columnSteps = 20;

/** Columns with their repetitions made; groups without any column are dropped. */
export function expandColumns(
  nodes: readonly ColumnNode[],
  scope: Scope,
  settings: Settings,
  variables: Column['variables'] = [],
): HeaderNode[] {
  return nodes.flatMap((node) => expandColumn(node, scope, settings, variables));
}

function expandColumn(
  node: ColumnNode,
  scope: Scope,
  settings: Settings,
  variables: Column['variables'],
): HeaderNode[] {
  switch (node.kind) {
    case 'column': {
      const { form, value } = node;
      const column: Column = { form, ...(value && { value }), variables };
      return [{ kind: 'leaf', content: richInlines(node.header, scope, settings), column }];
    }
    case 'group': {
      const children = expandColumns(node.content, scope, settings, variables);
      if (children.length === 0) return [];
      return [{ kind: 'group', content: richInlines(node.header, scope, settings), children }];
    }
    case 'repeat':
      return repeatScopes(node, scope).flatMap((inner) => {
        if (!afford(inner, columnSteps * node.content.length, node.list.origin)) return [];
        const bound = [node.variable, inner.variables.get(node.variable)!] as const;
        return expandColumns(node.content, inner, settings, [...variables, bound]);
      });
  }
}

export function columnsOf(nodes: readonly HeaderNode[]): Column[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node.column] : columnsOf(node.children)));
}
