import type { FactBase } from '../model/fact-base.js';
import type { Path } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import type { Measure } from '../vocabulary/measures.js';

/** Whether a block says anything of such a measure, in the report or in that of one of its units. */
export function isMentioned(base: FactBase, block: Path, measures: readonly Measure[]): boolean {
  const written = base.find(block);
  return (
    (written !== undefined && mentions(written, measures)) ||
    base.units.some((unit) => isMentioned(unit, block, measures))
  );
}

function mentions(subject: Subject, measures: readonly Measure[]): boolean {
  if (measures.some((measure) => subject.facts.has(measure))) return true;
  return [...subject.children.values()].some((child) => mentions(child, measures));
}
