import {
  type ColumnNode,
  type Expression,
  innerExpressions,
  richTextSource,
  type RowNode,
  type TablePanel,
} from '@fiscal/core';

export type ColumnEdit = (column: ColumnNode) => ColumnNode[];

type Leaf = ColumnNode & { kind: 'column' };

/** Columns that took the place of others: cells that rows say by their place go along with them. */
interface Region {
  start: number;
  width: number;
  /** What stands there now, and which of the cells that stood there is its own. */
  leaves: { leaf: Leaf; old: number | undefined }[];
}

/** Edits each column or group of columns with this head; rows keep what they say of the others. */
export function editColumns(
  panel: TablePanel,
  name: string,
  edit: ColumnEdit,
): { panel: TablePanel; found: number } {
  const regions: Region[] = [];
  // Behind 列每 nobody knows how many columns stand before.
  let at = 0;
  const visit = (column: ColumnNode): ColumnNode[] => {
    if (titleOfColumn(column) !== name) {
      if (column.kind === 'column') at++;
      if (column.kind === 'repeat') at = Infinity;
      return [column.kind === 'column' ? column : { ...column, content: column.content.flatMap(visit) }];
    }
    const made = edit(column);
    const [old, leaves] = [leavesOf([column]), leavesOf(made)];
    const isReplaced = !made.includes(column) && old.length === leaves.length;
    const kept = (leaf: Leaf, index: number) => {
      const known = old.indexOf(leaf);
      return known < 0 ? (isReplaced ? index : undefined) : known;
    };
    regions.push({
      start: at,
      width: old.length,
      leaves: leaves.map((leaf, index) => ({ leaf, old: kept(leaf, index) })),
    });
    at += old.length;
    return made;
  };
  const columns = panel.columns.flatMap(visit);
  const unbound = new Set(variablesOf(panel.rows));
  const rows = regions.length > 0 ? panel.rows.map((row) => withCells(row, regions, unbound)) : panel.rows;
  return { panel: { ...panel, columns, rows }, found: regions.length };
}

/** `unbound`: variables of other rows, which mean nothing in this one. */
function withCells(row: RowNode, regions: readonly Region[], unbound: ReadonlySet<string>): RowNode {
  const inner = (rows: readonly RowNode[], bound: readonly string[] = []) => {
    const others = new Set([...unbound].filter((name) => !bound.includes(name)));
    return rows.map((each) => withCells(each, regions, others));
  };
  if (row.kind === 'repeat') return { ...row, content: inner(row.content, [row.variable]) };
  if (row.kind === 'choice') return { ...row, then: inner(row.then), otherwise: inner(row.otherwise) };
  const bound = row.bindings.map(({ variable }) => variable);
  const mayUse = (value: Expression) =>
    !namesIn(value).some((name) => unbound.has(name) && !bound.includes(name));
  const cells = [...regions].reverse().reduce((made, region) => cellsWith(made, region, mayUse), row.cells);
  return { ...row, cells };
}

function cellsWith(
  cells: Expression[],
  { start, width, leaves }: Region,
  mayUse: (value: Expression) => boolean,
): Expression[] {
  if (cells.length <= start) return cells;
  const placed = leaves.map(({ leaf, old }): Expression => {
    const said = old === undefined ? undefined : cells[start + old];
    if (said) return said;
    return leaf.value && mayUse(leaf.value) ? leaf.value : { kind: 'text', text: '', origin: leaf.origin };
  });
  // The oldest editor runs extensions on Node 18, which has no `toSpliced`.
  return [...cells.slice(0, start), ...placed, ...cells.slice(start + width)];
}

function variablesOf(rows: readonly RowNode[]): string[] {
  return rows.flatMap((row): string[] => {
    if (row.kind === 'row') return row.bindings.map(({ variable }) => variable);
    if (row.kind === 'repeat') return [row.variable, ...variablesOf(row.content)];
    return variablesOf([...row.then, ...row.otherwise]);
  });
}

/** What the paths of an expression begin with. */
function namesIn(expression: Expression): string[] {
  if (expression.kind === 'path') return [expression.segments[0]!.name];
  return innerExpressions(expression).flatMap(namesIn);
}

export function titleOfColumn(column: ColumnNode): string | undefined {
  return column.kind === 'repeat' ? undefined : richTextSource(column.header);
}

/** Heads of columns and of groups, as they stand. */
export function headersIn(columns: readonly ColumnNode[]): string[] {
  return columns.flatMap((column) => [
    ...[titleOfColumn(column) ?? []].flat(),
    ...(column.kind === 'column' ? [] : headersIn(column.content)),
  ]);
}

function leavesOf(columns: readonly ColumnNode[]): Leaf[] {
  return columns.flatMap((column) => (column.kind === 'column' ? [column] : leavesOf(column.content)));
}
