import type { FactBase } from '@fiscal/core';
import { nameLikeness } from '../pair/likeness.js';

/** The reports of units that two years refer to. */
export interface PairedUnits {
  /** Last year's report and this year's of one unit. */
  paired: [FactBase, FactBase][];
  /** Units of which there is no report of last year. */
  alone: FactBase[];
  /** Units that only last year's report refers to. */
  gone: FactBase[];
  /** Last year's report names its units as well: what it does not name came. */
  isListed: boolean;
}

/** Names from here on are one name that was changed a little. */
const enough = 0.7;

/** Pairs units by name, then by likeness of their names, else with the report that a unit itself names as last year's. */
export function pairUnits(before: FactBase, now: FactBase): PairedUnits {
  const left = new Set(before.units);
  const found = new Map<FactBase, FactBase>();
  const take = (unit: FactBase, old: FactBase | undefined) => {
    if (!old) return;
    found.set(unit, old);
    left.delete(old);
  };
  const lastYears = (unit: FactBase) => [...left].filter(({ year }) => year === unit.year - 1);
  for (const unit of now.units)
    take(
      unit,
      lastYears(unit).find(({ name }) => name === unit.name),
    );
  for (const unit of now.units.filter((one) => !found.has(one))) {
    const alike = lastYears(unit).map((old) => ({ old, score: nameLikeness(old.name, unit.name) }));
    const best = alike.sort((a, b) => b.score - a.score)[0];
    take(unit, best && best.score >= enough ? best.old : unit.prior);
  }
  return {
    paired: now.units.flatMap((unit): [FactBase, FactBase][] => {
      const old = found.get(unit);
      return old ? [[old, unit]] : [];
    }),
    alone: now.units.filter((unit) => !found.has(unit)),
    gone: [...left],
    isListed: before.units.length > 0,
  };
}
