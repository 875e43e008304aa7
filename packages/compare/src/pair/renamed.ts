import type { Subject } from '@fiscal/core';
import { nameLikeness, sharedTraits, traitsOf } from './likeness.js';

/** Beside more than so many that came and went together, nobody looks for what was renamed. */
const mostCompared = 60;

/** Likeness from which on two are one: half of the figures, or the name and something of the figures. */
const enough = 0.5;

/** Of what left a block and what came to it, those that are the same under another name; the most alike first. */
export function renamedPairs(
  left: readonly Subject[],
  come: readonly Subject[],
  areFiguresTelling = true,
): [Subject, Subject][] {
  if (left.length === 0 || come.length === 0 || left.length * come.length > mostCompared ** 2) return [];
  const traits = new Map(
    [...left, ...come].map((subject) => [subject, areFiguresTelling ? traitsOf(subject) : named]),
  );
  const scored = left.flatMap((old) =>
    come
      .filter((next) => (old.code === undefined) === (next.code === undefined))
      .map((next) => ({ old, next, score: likeness(old, next, traits) })),
  );
  const taken = new Set<Subject>();
  const pairs: [Subject, Subject][] = [];
  for (const { old, next, score } of scored.sort((a, b) => b.score - a.score)) {
    if (score < enough || taken.has(old) || taken.has(next)) continue;
    taken.add(old).add(next);
    pairs.push([old, next]);
  }
  return pairs;
}

/** Something is said of it, whatever that is. */
const named: ReadonlySet<string> = new Set(['']);

function likeness(old: Subject, next: Subject, traits: ReadonlyMap<Subject, ReadonlySet<string>>): number {
  const isSaid = traits.get(old) === named;
  const figures = isSaid ? 0 : sharedTraits(traits.get(old)!, traits.get(next)!);
  // Codes that are nearly the same mean other things.
  const names = old.code === undefined ? nameLikeness(old.name, next.name) : 0;
  const bare = traits.get(old)!.size === 0 && traits.get(next)!.size === 0;
  if (bare) return names - 0.1;
  // From one year to the next all figures are others; the name alone has to tell.
  return Math.max(0.7 * figures + 0.4 * names, names >= 0.7 ? 0.8 * names : 0);
}
