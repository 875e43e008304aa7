import type { Binding, Bindings } from '../reading/binding.js';
import type { Variable } from '../pattern/meaning.js';
import type { ColumnPattern, TablePattern } from './table-pattern.js';

/** A column of a grid that is a member of a list for which a column of the template is repeated. */
export interface MemberColumn {
  panel: number;
  column: number;
  at: number;
  bindings: Bindings;
}

/** Columns that the template has only by their list: 工资福利支出, below it 小计, 基本工资, 津贴补贴. */
export function memberColumns(
  { panels }: TablePattern,
  paths: readonly (readonly string[])[],
  extra: readonly number[],
): MemberColumn[] {
  const repeated = panels.flatMap(({ columns }, panel) =>
    columns.flatMap((pattern, column) => (pattern.variables.length > 0 ? [{ panel, column, pattern }] : [])),
  );
  return extra.flatMap((at) => {
    const found = repeated.find(({ pattern }) => isNamedBy(pattern, paths[at]!));
    return found
      ? [{ panel: found.panel, column: found.column, at, bindings: bindingsOf(found.pattern, paths[at]!) }]
      : [];
  });
}

/** The words of the template's header are there: 小计 where it says 小计, a name where it has a hole. */
function isNamedBy({ header }: ColumnPattern, path: readonly string[]): boolean {
  return (
    header.length === path.length &&
    header.every((words, index) => (words === '' ? path[index] !== '小计' : words === path[index]))
  );
}

/** The holes of a header name the members of the lists, from the outer to the inner one. */
function bindingsOf({ header, variables }: ColumnPattern, path: readonly string[]): Bindings {
  const names = path.filter((_, index) => header[index] === '');
  const outer = names.slice(0, -1).at(-1);
  return new Map(
    names.map((name, index): [Variable, Binding] => [
      variables[index]!,
      { 名称: name, ...(index > 0 && outer !== undefined && { 类: outer }) },
    ]),
  );
}
