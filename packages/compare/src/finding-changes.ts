import { type Finding, type FindingData, messageOf } from '@fiscal/core';
import type { FindingChanges } from './changes.js';
import type { SubjectPlaces } from './subject-places.js';

export interface FoundIn {
  uri: string;
  findings: readonly Finding[];
  /** None where nothing but definitions stands. */
  places?: SubjectPlaces;
}

/** What is called otherwise now: the old name and the new one. */
export type Renames = readonly (readonly [old: string, next: string])[];

/** Findings that are there in one report alone, and those that say something else now. */
export function findingChanges(old: FoundIn, next: FoundIn, renames: Renames): FindingChanges {
  const before = byKey(old);
  const changes: FindingChanges = { new: [], gone: [], changed: [] };
  for (const [key, found] of byKey(next)) {
    compareAlike(before.get(key) ?? [], found, changes, renames);
    before.delete(key);
  }
  for (const gone of before.values()) changes.gone.push(...gone);
  return changes;
}

/** Those of one key: the same words are the same finding; what is left is taken in order. */
function compareAlike(
  old: readonly Finding[],
  next: readonly Finding[],
  changes: FindingChanges,
  renames: Renames,
): void {
  const left = [...old];
  const words = (finding: Finding) =>
    renames.reduce((text, [name, now]) => text.replaceAll(name, now), messageOf(finding));
  const fresh = next.filter((finding) => {
    const same = left.findIndex(
      (one) => one.severity === finding.severity && words(one) === messageOf(finding),
    );
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
  for (const finding of fresh) {
    const before = left.shift();
    if (before) changes.changed.push({ old: before, new: finding });
    else changes.new.push(finding);
  }
  changes.gone.push(...left);
}

function byKey({ uri, findings, places }: FoundIn): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { origin, rule, data } = finding;
    const place = (origin.uri === uri && places?.pathAt(origin.range.start)) || '';
    const key = [rule, place, ...subjectsOf(data)].join('\n');
    const alike = found.get(key);
    if (alike) alike.push(finding);
    else found.set(key, [finding]);
  }
  return found;
}

/** What a finding speaks of, without the figures. */
function subjectsOf(data: FindingData): string[] {
  switch (data.kind) {
    case 'sum':
      return data.total.map(({ path }) => path);
    case 'same':
      return data.statements.map(({ path }) => path);
    case 'at-most':
      return [...data.parts, ...data.whole].map(({ path }) => path);
    case 'ratio':
      return [data.ratio.path, data.form];
    case 'condition':
      return [data.title];
    case 'not-checked':
    case 'tails':
      return [data.title];
    case 'name':
    case 'code':
      return [data.code];
    case 'message':
      return [data.code];
  }
}
