import type { Accepted, Finding, Report, Subject } from '@fiscal/core';
import { acceptanceChanges } from './acceptances.js';
import type {
  AcceptanceChange,
  Changes,
  DerivedChange,
  FindingChanges,
  ReportName,
  TypedChange,
} from './changes.js';
import { type AcceptedPair, findingChanges } from './finding-changes.js';
import { CauseFinder } from './following/causes.js';
import { Following, ratedMeasures } from './following/derived.js';
import { type Pairs, pairSubjects } from './pair/pairs.js';
import { Places } from './places.js';
import { SubjectPlaces } from './subject-places.js';
import { type Definitions, definitionChanges, fileDefinitionChanges } from './typed/definitions.js';
import { reportChanges } from './typed/report-changes.js';
import { underSettings } from './typed/settings.js';
import { subjectChanges } from './typed/subjects.js';

/** A report and what was found in it. */
export interface Version {
  report: Report;
  findings: readonly Finding[];
  /** What was found too, and the author lets be. */
  accepted?: readonly Accepted[] | undefined;
}

/** What two versions of a report say differently, what follows from that, and what is found because of it. */
export function compare(old: Version, next: Version): Changes {
  const [before, after] = [old.report.base, next.report.base];
  const places = new Places(before, after);
  const pairs = pairSubjects(before, after);
  const all: TypedChange[] = [
    ...reportChanges(old.report, next.report),
    ...definitionChanges(old.report, next.report),
    ...subjectChanges(pairs, places),
  ];
  const typed = underSettings(all, old.report, next.report);
  const [oldPlaces, newPlaces] = [placesIn(old.report, pairs, places), placesIn(next.report, pairs, places)];
  const { findings, accepted } = findingChanges(
    { ...old, uri: old.report.uri, places: oldPlaces },
    { ...next, uri: next.report.uri, places: newPlaces },
    pairs.renames,
  );
  const acceptances = acceptanceChanges(
    { report: old.report, places: oldPlaces },
    { report: next.report, places: newPlaces },
    places,
    accepted,
  );
  return {
    old: nameOf(old.report),
    new: nameOf(next.report),
    acceptances,
    typed,
    derived: derivedChanges(old.report, next.report, pairs, places, typed),
    findings: { ...findings, changed: [...findings.changed, ...weighedByRules(accepted, acceptances)] },
  };
}

/** What weighs more or less since the rule says so itself: no acceptance tells of it. */
function weighedByRules(
  pairs: readonly AcceptedPair[],
  acceptances: readonly AcceptanceChange[],
): FindingChanges['changed'] {
  const told = new Set(acceptances.flatMap(({ met }) => met.map(({ finding }) => finding)));
  return pairs.flatMap(({ old, new: next }) =>
    old && next && !old.by && !next.by && !told.has(next.finding)
      ? [{ old: old.finding, new: next.finding }]
      : [],
  );
}

/** A report that is there on one side alone. */
export function compareAlone(version: Version, side: 'old' | 'new'): Changes {
  const { report, findings } = version;
  const found = {
    new: side === 'new' ? [...findings] : [],
    gone: side === 'old' ? [...findings] : [],
    changed: [],
  };
  return {
    [side]: nameOf(report),
    acceptances: [],
    typed: [],
    derived: [],
    findings: found,
    whole: { figures: writtenIn(report.base.root) },
  };
}

/** What a file without a report defines, and what was found in it. */
export interface DefinedVersion {
  uri: string;
  definitions: Definitions;
  findings: readonly Finding[];
}

/** What two versions of a file of definitions say differently; undefined: it was or is not there. */
export function compareDefinitions(
  old: DefinedVersion | undefined,
  next: DefinedVersion | undefined,
): Changes {
  const nothing = { uri: '', findings: [] };
  return {
    definitions: { ...(old && { old: old.uri }), ...(next && { new: next.uri }) },
    acceptances: [],
    typed: fileDefinitionChanges(old?.definitions, next?.definitions),
    derived: [],
    findings: findingChanges(old ?? nothing, next ?? nothing, []).findings,
  };
}

/** Two reports of which nothing is told: they are set against each other in another way. */
export function noChanges(old: Report, next: Report): Changes {
  const findings = { new: [], gone: [], changed: [] };
  return { old: nameOf(old), new: nameOf(next), acceptances: [], typed: [], derived: [], findings };
}

function writtenIn(subject: Subject): number {
  let count = 0;
  for (const { statements } of subject.facts.values()) count += statements.length;
  for (const child of subject.children.values()) count += writtenIn(child);
  return count;
}

/** Places are named as the new report has them, so that what was renamed is still the same. */
function placesIn({ base }: Report, pairs: Pairs, places: Places): SubjectPlaces {
  return new SubjectPlaces(base, (subject) => places.pathOf(pairs.of.get(subject)?.new ?? subject));
}

function derivedChanges(
  old: Report,
  next: Report,
  pairs: Pairs,
  places: Places,
  typed: readonly TypedChange[],
): DerivedChange[] {
  const following = new Following(old.base, next.base, pairs, places);
  const byPath = figurePaths(typed);
  for (const subject of changedSubjects(next, following, byPath)) following.addRates(...subject);
  const own = new Set([old, next].flatMap(({ base }) => [base, ...base.eliminations]));
  for (const [path, index] of movedPaths(typed, pairs, following))
    if (!byPath.has(path)) byPath.set(path, index);
  const finder = new CauseFinder(following, typed, byPath, own, [old.base, next.base]);
  const general = typed.flatMap(({ kind }, index) => (isGeneral.has(kind) ? [index] : []));
  return [...following.found].map(([path, { change }]) => {
    const { typed: causes, elsewhere, sources } = finder.of(path);
    // Where no figure is the cause, what says how figures hang together is.
    const all = causes.size + elsewhere.size > 0 ? [...causes].sort((a, b) => a - b) : general;
    const named = sources.size > 0 ? { sources: [...sources] } : {};
    return { ...change, causes: all, elsewhere: [...elsewhere].sort(), ...named };
  });
}

/** Figures of what stands elsewhere now: they count there, and do not count any more where they stood. */
function* movedPaths(
  typed: readonly TypedChange[],
  { all }: Pairs,
  following: Following,
): Generator<[string, number]> {
  const moves = new Map(
    typed.flatMap((one, index) =>
      one.kind === 'subject' && one.change === 'moved' ? [[one.path, index] as const] : [],
    ),
  );
  const pathsOf = function* (subject: Subject): Generator<string> {
    for (const fact of subject.facts.values()) yield following.pathOf(fact);
    for (const child of subject.children.values()) yield* pathsOf(child);
  };
  for (const { kind, old, new: next } of all) {
    const index = kind === 'moved' && next ? moves.get(following.subjectPath(next)) : undefined;
    if (index === undefined) continue;
    for (const subject of [old!, next!]) for (const path of pathsOf(subject)) yield [path, index];
  }
}

/** A rule or a template, a report that is referred to, a setting of the whole report. */
const isGeneral: ReadonlySet<TypedChange['kind']> = new Set(['definition', 'reference', 'header']);

/** Subjects of the new report whose figures are others now; `true`: they were typed. */
function changedSubjects(
  { base }: Report,
  following: Following,
  typed: ReadonlyMap<string, number>,
): [Subject, boolean][] {
  const found = new Map<Subject, boolean>();
  for (const { new: fact } of following.found.values())
    if (fact && ratedMeasures.has(fact.measure)) found.set(fact.subject, false);
  const visit = (subject: Subject): void => {
    for (const fact of subject.facts.values())
      if (ratedMeasures.has(fact.measure) && typed.has(following.pathOf(fact))) found.set(subject, true);
    subject.children.forEach(visit);
  };
  visit(base.root);
  return [...found];
}

/** The change that each typed figure belongs to. */
function figurePaths(typed: readonly TypedChange[]): Map<string, number> {
  const found = new Map<string, number>();
  const visit = (change: TypedChange, index: number): void => {
    if (change.kind === 'figure') found.set(change.path, index);
    if (change.kind === 'subject' || change.kind === 'header')
      for (const part of change.parts) visit(part, index);
  };
  for (const [index, change] of typed.entries()) visit(change, index);
  return found;
}

function nameOf({ uri, base: { kind, name, year } }: Report): ReportName {
  return { kind, name, year, uri };
}
