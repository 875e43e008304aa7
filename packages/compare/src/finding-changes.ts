import { type Acceptance, type Accepted, type Finding, messageOf, subjectsOf } from '@fiscal/core';
import type { FindingChanges } from './changes.js';
import type { SubjectPlaces } from './subject-places.js';

export interface FoundIn {
  uri: string;
  findings: readonly Finding[];
  /** What the author lets be. */
  accepted?: readonly Accepted[] | undefined;
  /** None where nothing but definitions stands. */
  places?: SubjectPlaces;
}

/** What is called otherwise now: the old name and the new one. */
export type Renames = readonly (readonly [old: string, next: string])[];

/** A finding, and what its author said so that it need not be mended. */
export interface Entry {
  finding: Finding;
  by?: Acceptance;
}

/** What became of a finding that is accepted in one report at least, or that weighs more or less now. */
export interface AcceptedPair {
  old?: Entry;
  new?: Entry;
  /** It says the same as before. */
  isSame: boolean;
}

/** Findings that are there in one report alone, those that say something else now, and those that are accepted. */
export function findingChanges(
  old: FoundIn,
  next: FoundIn,
  renames: Renames,
): { findings: FindingChanges; accepted: AcceptedPair[] } {
  const before = byKey(old);
  const told = new ToldOf(renames);
  for (const [key, found] of byKey(next)) {
    told.compareAlike(before.get(key) ?? [], found);
    before.delete(key);
  }
  for (const gone of before.values()) told.compareAlike(gone, []);
  return told;
}

class ToldOf {
  readonly findings: FindingChanges = { new: [], gone: [], changed: [] };
  readonly accepted: AcceptedPair[] = [];

  constructor(private readonly renames: Renames) {}

  /** Those of one key: the same words are the same finding; what is left is taken in order. */
  compareAlike(old: readonly Entry[], next: readonly Entry[]): void {
    const left = [...old];
    let fresh = [...next];
    const joinThose = (isSame: boolean, isPair: (one: Entry, other: Entry) => boolean) => {
      fresh = fresh.filter((entry) => {
        const at = left.findIndex((one) => isPair(one, entry));
        if (at >= 0) this.settle(left.splice(at, 1)[0], entry, isSame);
        return at < 0;
      });
    };
    joinThose(
      true,
      (one, other) =>
        this.isSaidAlike(one, other) &&
        one.finding.severity === other.finding.severity &&
        !one.by === !other.by,
    );
    joinThose(true, (one, other) => this.isSaidAlike(one, other));
    joinThose(false, () => true);
    for (const entry of fresh) this.settle(undefined, entry, false);
    for (const entry of left) this.settle(entry, undefined, false);
  }

  private isSaidAlike(old: Entry, next: Entry): boolean {
    const said = this.renames.reduce(
      (text, [name, now]) => text.replaceAll(name, now),
      messageOf(old.finding),
    );
    return said === messageOf(next.finding);
  }

  private settle(old: Entry | undefined, next: Entry | undefined, isSame: boolean): void {
    const isWeighedAlike = old?.finding.severity === next?.finding.severity;
    if (old?.by || next?.by || (isSame && !isWeighedAlike))
      this.accepted.push({ ...(old && { old }), ...(next && { new: next }), isSame });
    else if (isSame) return;
    else if (!old) this.findings.new.push(next!.finding);
    else if (!next) this.findings.gone.push(old.finding);
    else this.findings.changed.push({ old: old.finding, new: next.finding });
  }
}

function byKey({ uri, findings, accepted = [], places }: FoundIn): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  const entries: Entry[] = [...findings.map((finding) => ({ finding })), ...accepted];
  for (const entry of entries) {
    const { origin, rule, data } = entry.finding;
    const place = (origin.uri === uri && places?.pathAt(origin.range.start)) || '';
    const key = [rule, place, ...subjectsOf(data)].join('\n');
    const alike = found.get(key);
    if (alike) alike.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}
