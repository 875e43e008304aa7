import { everyFact, type FactBase, type Report } from '@fiscal/core';
import { pairSubjects } from '../pair/pairs.js';
import { Places } from '../places.js';
import { cameAndWent } from './came-and-went.js';
import { pairUnits } from './pair-units.js';
import type { Thresholds, YearChanges } from './year-changes.js';
import { YearFigures } from './year-figures.js';

/**
 * This year's report set against last year's: where they do not fit, and what a reader will ask about; of each unit
 * that it refers to as well, unless that is compared by itself.
 */
export function compareYears(
  old: Report,
  next: Report,
  thresholds: Thresholds,
  isApart: (unit: FactBase) => boolean = () => false,
): YearChanges {
  return compareBases(old.base, next.base, thresholds, isApart);
}

function compareBases(
  before: FactBase,
  now: FactBase,
  thresholds: Thresholds,
  isApart: (unit: FactBase) => boolean,
): YearChanges {
  const pairs = pairSubjects(before, now, false);
  const places = new Places(before, now);
  const units = pairUnits(before, now);
  const figures = new YearFigures(before, pairs, places, units.alone.length === 0);
  const facts = everyFact(now);
  const { subjects, unlisted } = cameAndWent(before, now, pairs, places, units);
  return {
    ...(before.name !== now.name && { oldName: before.name }),
    restated: facts.flatMap((fact) => figures.restated(fact) ?? []),
    jumped: figures.jumped(facts, thresholds),
    subjects,
    copied: facts.flatMap((fact) => figures.copied(fact) ?? []),
    units: units.paired
      .filter(([, unit]) => !isApart(unit))
      .map(([old, unit]) => ({
        name: unit.name,
        changes: compareBases(old, unit, thresholds, isApart),
      })),
    alone: units.isListed ? [] : units.alone.filter((unit) => !isApart(unit)).map(({ name }) => name),
    unlisted,
  };
}

/** There is nothing to be told of two years, of those of units neither. */
export function isSameYears({ restated, jumped, subjects, copied, units }: YearChanges): boolean {
  const told = [restated, jumped, subjects, copied];
  return told.every(({ length }) => length === 0) && units.every(({ changes }) => isSameYears(changes));
}
