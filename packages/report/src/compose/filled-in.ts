import type { FactBase } from '@fiscal/core';

/** A scheme of the settings with what the report says of itself: {名称}{年度}年度{种类}. */
export function filledIn(
  scheme: string,
  { name, year, kind }: Pick<FactBase, 'name' | 'year' | 'kind'>,
): string {
  const said = new Map([
    ['{名称}', name],
    ['{年度}', String(year)],
    ['{种类}', kind],
  ]);
  // In one pass: a name may have braces of its own.
  return scheme.replace(/\{[^{}]*\}/g, (hole) => said.get(hole) ?? hole);
}
