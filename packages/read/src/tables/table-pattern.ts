import {
  type ColumnNode,
  type Expression,
  pathText,
  type RichText,
  type RowNode,
  type TablePanel,
} from '@fiscal/core';
import { meaningOf, type Names, type Reference, type Variable } from '../pattern/meaning.js';
import { type Matcher, matcherOf } from '../pattern/expression.js';
import type { Pattern } from '../pattern/pattern.js';
import type { SectionTable } from '../pattern/sections.js';
import { type RowMatcher, rowMatchers } from './match-row.js';
import { richPatterns, type TextContext, variableOf, withVariable } from '../pattern/text-patterns.js';

/** A table of a template, flattened: columns from left to right, the kinds of rows from top to bottom. */
export interface TablePattern {
  /** What is known of its title. */
  title: string;
  /** The whole title, with what its holes say: of which project the table is. */
  titled: Matcher;
  panels: readonly PanelPattern[];
}

export interface PanelPattern {
  columns: readonly ColumnPattern[];
  rows: readonly RowPattern[];
  /** Its rows, ready to be looked for: made when the first grid is read as this table, for all that follow. */
  matchers(): readonly RowMatcher[];
}

export interface ColumnPattern {
  /** What stands above it, from the panel's title down. */
  header: readonly string[];
  form: 'text' | 'figure';
  /** Of the lists that it is repeated for: its header names their members. */
  variables: readonly Variable[];
}

export interface RowPattern {
  cells: readonly (Expression | undefined)[];
  context: TextContext;
  /** Those that each row of a list binds anew. */
  variables: readonly Variable[];
  isTotal: boolean;
}

/** Facts of rows and columns that are the same in every report. */
export function fixedFacts({ panels }: TablePattern): Reference[] {
  return panels.flatMap(({ columns, rows }) =>
    rows.flatMap(({ cells, context }) =>
      columns.flatMap(({ form }, index) => {
        const cell = cells[index];
        const meaning = form === 'figure' && cell ? meaningOf(cell, context.names) : undefined;
        const isFixed = meaning?.kind === 'reference' && !meaning.reference.variable;
        return isFixed && meaning.reference.steps.every((step) => typeof step === 'string')
          ? [meaning.reference]
          : [];
      }),
    ),
  );
}

/** Blocks of which a table has the lines: 支出.全部 of 支出决算表, 基本支出 of 基本支出决算表. */
export function blocksOf({ panels }: TablePattern): Set<string> {
  const lists = panels.flatMap(({ columns, rows }) =>
    rows.flatMap(({ cells, context }) =>
      columns.flatMap(({ form }, index) => {
        const cell = cells[index];
        const meaning = form === 'figure' && cell ? meaningOf(cell, context.names) : undefined;
        return meaning?.kind === 'reference' ? (blockOf(meaning.reference) ?? []) : [];
      }),
    ),
  );
  return new Set(lists);
}

const levels = new Set(['类', '款', '项', '科目树']);

/** What stands before the line; none of a fact that is the same in every report. */
function blockOf({ variable, steps }: Reference): string | undefined {
  const list = variable ? (variable.list?.variable ? undefined : variable.list?.steps) : steps;
  const line = list?.findIndex((step) => typeof step !== 'string' || levels.has(step)) ?? -1;
  const names = line > 0 ? list!.slice(0, line).filter((step) => typeof step === 'string') : [];
  return names.length === 0 || names[0] === '目录' ? undefined : pathText(names);
}

export function tablePattern({ table, context }: SectionTable): TablePattern {
  return {
    title: wordsOf(table.title, context),
    titled: matcherOf(richPatterns(table.title, context)),
    panels: table.panels.map((panel) => panelPattern(panel, context)),
  };
}

/** What is printed where everything that is known is filled in. */
export function wordsOf(text: RichText, context: TextContext): string {
  return richPatterns(text, context).map(wordsOfPattern).join('');
}

function wordsOfPattern(pattern: Pattern): string {
  if (pattern.kind === 'literal') return pattern.text;
  return pattern.kind === 'hole' && pattern.hole.kind === 'known' ? pattern.hole.text : '';
}

interface FlatColumn extends ColumnPattern {
  value: Expression | undefined;
}

function panelPattern(panel: TablePanel, context: TextContext): PanelPattern {
  const title = panel.title ? wordsOf(panel.title, context) : '';
  const columns = columnsOf(panel.columns, title === '' ? [] : [title], [], context);
  const rows = rowsOf(panel.rows, columns, context, []);
  let matchers: readonly RowMatcher[] | undefined;
  return { columns, rows, matchers: () => (matchers ??= rowMatchers(columns, rows)) };
}

function columnsOf(
  nodes: readonly ColumnNode[],
  above: readonly string[],
  variables: readonly Variable[],
  context: TextContext,
): FlatColumn[] {
  return nodes.flatMap((node): FlatColumn[] => {
    if (node.kind === 'repeat') {
      const variable = variableOf(node.variable, meaningOf(node.list, context.names));
      const inner = { ...context, names: withVariable(context.names, variable) };
      return columnsOf(node.content, above, [...variables, variable], inner);
    }
    const header = [...above, wordsOf(node.header, context)];
    if (node.kind === 'group') return columnsOf(node.content, header, variables, context);
    return [{ header, form: node.form, variables, value: node.value }];
  });
}

function rowsOf(
  nodes: readonly RowNode[],
  columns: readonly FlatColumn[],
  context: TextContext,
  variables: readonly Variable[],
): RowPattern[] {
  return nodes.flatMap((node): RowPattern[] => {
    switch (node.kind) {
      case 'row':
        return [rowOf(node, columns, context, variables)];
      case 'choice':
        return rowsOf([...node.then, ...node.otherwise], columns, context, variables);
      case 'repeat': {
        const variable = variableOf(node.variable, meaningOf(node.list, context.names));
        const inner = { ...context, names: withVariable(context.names, variable) };
        return rowsOf(node.content, columns, inner, [...variables, variable]);
      }
    }
  });
}

function rowOf(
  { bindings, cells, total }: RowNode & { kind: 'row' },
  columns: readonly FlatColumn[],
  context: TextContext,
  variables: readonly Variable[],
): RowPattern {
  const names = bindings.reduce<Names>(
    (known, { variable, value }) => new Map([...known, [variable, meaningOf(value, known)]]),
    context.names,
  );
  const ofColumns = columns.flatMap((column) => column.variables);
  const all = ofColumns.reduce<Names>(withVariable, names);
  return {
    cells: columns.map(({ value }, index) => cells[index] ?? value),
    context: { ...context, names: all },
    variables,
    isTotal: total,
  };
}
