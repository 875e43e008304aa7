import type { DefinedVersion } from '@fiscal/compare';
import type { Accepted, Finding, Report } from '@fiscal/core';

/** A report of one side of a comparison, with the name of its file there. */
export interface ReportOfSide {
  report: Report;
  findings: readonly Finding[];
  accepted?: readonly Accepted[];
  name: string;
  /** By which files of both sides are paired. */
  key: string;
}

/** A file of one side that defines something and holds no report. */
export interface DefinitionsOfSide extends DefinedVersion {
  name: string;
  key: string;
}

export interface ReportPair {
  old?: ReportOfSide;
  new?: ReportOfSide;
}

/** Files of definitions of both sides: by file; the only ones of two sides are versions of one another, too. */
export function pairDefinitions(
  old: readonly DefinitionsOfSide[],
  next: readonly DefinitionsOfSide[],
): { old?: DefinitionsOfSide; new?: DefinitionsOfSide }[] {
  if (old.length === 1 && next.length === 1) return [{ old: old[0]!, new: next[0]! }];
  const before = new Map(old.map((one) => [one.key, one]));
  const after = new Map(next.map((one) => [one.key, one]));
  return [...new Set([...after.keys(), ...before.keys()])].map((key) => ({
    ...(before.has(key) && { old: before.get(key)! }),
    ...(after.has(key) && { new: after.get(key)! }),
  }));
}

/** Reports of both sides that are versions of one another: by file, then by name and year; then what is left. */
export function pairReports(old: readonly ReportOfSide[], next: readonly ReportOfSide[]): ReportPair[] {
  const left = new Set(old);
  const take = (isMeant: (one: ReportOfSide) => boolean) => {
    const found = [...left].find(isMeant);
    if (found) left.delete(found);
    return found;
  };
  const pairs = new Map<ReportOfSide, ReportOfSide>();
  const passes: ((one: ReportOfSide, other: ReportOfSide) => boolean)[] = [
    (one, other) => one.key === other.key && isNamedAlike(one, other),
    (one, other) => one.key === other.key,
    isNamedAlike,
  ];
  for (const isPair of passes) {
    for (const one of next) {
      const found = pairs.has(one) ? undefined : take((other) => isPair(one, other));
      if (found) pairs.set(one, found);
    }
  }
  const both = next.map((one) => ({ new: one, ...(pairs.has(one) && { old: pairs.get(one)! }) }));
  return [...both, ...[...left].map((one) => ({ old: one }))];
}

function isNamedAlike(
  { report: { base } }: ReportOfSide,
  { report: { base: other } }: ReportOfSide,
): boolean {
  return base.name === other.name && base.year === other.year;
}
