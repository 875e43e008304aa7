import type { Finding } from '../findings/finding.js';
import { newFinding } from '../findings/new-finding.js';
import { childAt, measureOf, ownFactOf, resolveFact, subjectAt } from '../knowledge/ask.js';
import { ofUnits } from '../knowledge/lacking.js';
import { isMentioned } from '../knowledge/mentioned.js';
import { blocksOf } from '../knowledge/report-blocks.js';
import type { FactBase } from '../model/fact-base.js';
import type { Path } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { initialBudget, lastYear, type Measure } from '../vocabulary/measures.js';
import { total } from '../vocabulary/totals.js';

/** A block of one unit, and what it does not say of it. */
interface Taken {
  readonly block: Subject;
  readonly measures: readonly Measure[];
}

/**
 * D018: a unit that had none of a block this year does not say what there was last year, or what was budgeted, and
 * others do. Their sum is printed as the department's: that its part was nothing is concluded, so it is told.
 */
export function* takenAsNoneFindings(base: FactBase): Generator<Finding> {
  const summed = blocksOf(base).flatMap((path) => {
    const measures = [lastYear, initialBudget].filter((measure) => isSumOfUnits(base, path, measure));
    return measures.length > 0 ? [{ path, measures }] : [];
  });
  const byUnit = base.units.map((unit) => ({
    unit,
    taken: summed.flatMap(({ path, measures }) => takenIn(unit, path, measures)),
  }));
  const told = byUnit.filter(({ taken }) => taken.length > 0);
  if (told.length === 0) return;
  yield newFinding('D018', base.origin, {
    kind: 'message',
    code: 'taken-as-none',
    parameters: { units: told.map(({ unit, taken }) => `${unit.name}的${textOf(taken)}`).join('；') },
    suggestions: [],
    places: told.flatMap(({ taken }) => taken.flatMap(({ block }) => block.origin ?? [])),
  });
}

function textOf(taken: readonly Taken[]): string {
  return taken
    .map(({ block, measures }) => `「${block.names.join(' ')}」（${measures.join('、')}）`)
    .join('、');
}

/** Nobody says it of the department, this year or in the report of last year, and the units' come to something. */
function isSumOfUnits(base: FactBase, path: Path, measure: Measure): boolean {
  const whole = wholeAt(base, path);
  if (!whole) return false;
  const { rule, value } = resolveFact(measureOf(whole, measure));
  return rule === ofUnits && value?.isZero() === false;
}

function takenIn(unit: FactBase, path: Path, measures: readonly Measure[]): Taken[] {
  const block = unit.find(path);
  const whole = wholeAt(unit, path);
  if (!block || !whole || resolveFact(ownFactOf(whole)).value?.isZero() !== true) return [];
  const isKnown = (measure: Measure) => resolveFact(measureOf(whole, measure)).state !== 'absent';
  const unsaid = measures.filter((measure) => !isKnown(measure) && !isSaidIn(unit, path, measure));
  return unsaid.length > 0 ? [{ block, measures: unsaid }] : [];
}

/** In the block, or by the unit's report of last year. */
function isSaidIn(base: FactBase, path: Path, measure: Measure): boolean {
  return (measure === lastYear && base.prior !== undefined) || isMentioned(base, path, [measure]);
}

function wholeAt(base: FactBase, path: Path): Subject | undefined {
  const block = subjectAt(base, path);
  return block && (childAt(block, total) ?? block);
}
