import type { Subject } from '@fiscal/core';
import { sharedTraits, traitsOf } from './likeness.js';

/** Of what one report has alone and what the other has alone: things of one name that stand elsewhere now. */
export function movedPairs(left: ReadonlySet<Subject>, come: ReadonlySet<Subject>): [Subject, Subject][] {
  const byName = new Map<string, Subject[]>();
  for (const subject of come)
    if (isTop(subject, come)) byName.set(subject.name, [...(byName.get(subject.name) ?? []), subject]);
  const pairs: [Subject, Subject][] = [];
  for (const old of left) {
    const candidates = isTop(old, left) ? byName.get(old.name) : undefined;
    if (!candidates) continue;
    const traits = traitsOf(old);
    const next = candidates.find((one) => sharedTraits(traits, traitsOf(one)) >= 0.5);
    if (!next) continue;
    candidates.splice(candidates.indexOf(next), 1);
    pairs.push([old, next]);
  }
  return pairs;
}

/** What it stands in is there in both reports. */
function isTop({ parent }: Subject, alone: ReadonlySet<Subject>): boolean {
  return parent === undefined || !alone.has(parent);
}
