import { basicNature, projectNature } from '@fiscal/core';
import type { FigureStatement } from './reading.js';

const other: Readonly<Record<string, string>> = {
  [basicNature]: projectNature,
  [projectNature]: basicNature,
};

/**
 * A text that tells of 基本支出 only leaves 项目支出 open: it is not nothing. Tables that print both say what is nothing
 * by a blank.
 */
export function unsaidNatures(figures: readonly FigureStatement[]): FigureStatement[] {
  const said = new Set(figures.map(({ path }) => path.join('.')));
  const natures = new Set(figures.map(({ path }) => [path[0], path[1], path.at(-1)].join('.')));
  return figures.flatMap((one): FigureStatement[] => {
    const [block, fund] = one.path;
    const nature = one.path.at(-1)!;
    const missing = other[nature];
    if (block !== '支出' || one.path.length !== 4 || missing === undefined) return [];
    const isPrinted = natures.has([block, fund, missing].join('.'));
    const line = one.path.slice(0, 3);
    if (isPrinted || !said.has(line.join('.')) || sameAs(one, line, figures)) return [];
    return [{ path: [...line, missing], said: { state: '未填' }, place: one.place, isImplied: true }];
  });
}

/** All of the line is of that nature. */
function sameAs(
  { said }: FigureStatement,
  line: readonly string[],
  figures: readonly FigureStatement[],
): boolean {
  const own = figures.find(({ path }) => path.join('.') === line.join('.'));
  return own !== undefined && JSON.stringify(own.said) === JSON.stringify(said);
}
