import type { FactBase, Path } from '@fiscal/core';

/** The author wrote a figure there, or that of a unit did in its report. */
export function isWrittenAt(base: FactBase, names: Path): boolean {
  return Boolean(base.find(names)?.facts.size) || base.units.some((unit) => isWrittenAt(unit, names));
}
