import {
  blocks,
  containerLabel,
  everyFact,
  type FactBase,
  finalAccounts,
  linesOf,
  measureOf,
  pathNames,
  pathText,
  settleFact,
  type Subject,
  subjectAt,
  total,
} from '@fiscal/core';
import type { SubjectChange } from '../changes.js';
import type { Pair, Pairs } from '../pair/pairs.js';
import type { Places } from '../places.js';
import { subjectChanges } from '../typed/subjects.js';
import type { PairedUnits } from './pair-units.js';
import { isWrittenAt } from './written.js';
import type { Unlisted } from './year-changes.js';

interface CameAndWent {
  subjects: SubjectChange[];
  /** What last year's report does not list at all, so that nobody knows what of it came. */
  unlisted: Unlisted[];
}

/** Projects, units and lines of one year alone, and those that are called otherwise. */
export function cameAndWent(
  before: FactBase,
  now: FactBase,
  pairs: Pairs,
  places: Places,
  units: PairedUnits,
): CameAndWent {
  const written = subjectChanges(pairs, places).filter(
    (change): change is SubjectChange => change.kind === 'subject' && told.has(change.sort),
  );
  const all = [
    ...written,
    ...linesOfUnits(now, before, 'added', pairs, places),
    ...linesOfUnits(before, now, 'removed', pairs, places),
  ].filter((change) => isReal(change, before, now));
  const unlisted = new Map<string, Unlisted>();
  const subjects = all.filter((change) => {
    const found = change.change === 'added' ? unlistedIn(before, now, change) : undefined;
    if (found) unlisted.set([found.block, found.of].join('\n'), found);
    return !found;
  });
  const once = subjects.filter((change) => !isToldOfSpending(change, subjects));
  return { subjects: [...once, ...unitsApart(units, subjects)], unlisted: [...unlisted.values()] };
}

/** The income of a line that came or went with what was spent on it. */
function isToldOfSpending({ path, change }: SubjectChange, all: readonly SubjectChange[]): boolean {
  const [block, part, code] = pathNames(path);
  if (block !== blocks.income || part !== blocks.bySubject || code === undefined) return false;
  return all.some((other) => {
    const [where, , line] = pathNames(other.path);
    return where === blocks.expenditure && line === code && other.change === change;
  });
}

const told = new Set<SubjectChange['sort']>(['project', 'unit', 'line']);

/** What a unit's report says of a line is said of it, though this year's report does not name it. */
function isReal({ change, path }: SubjectChange, before: FactBase, now: FactBase): boolean {
  const other = change === 'added' ? before : now;
  const subject = change === 'renamed' || change === 'moved' ? undefined : subjectAt(other, pathNames(path));
  const value = subject && known(subject);
  return value === undefined || value.isZero();
}

function known(subject: Subject) {
  return settleFact(measureOf(subject, finalAccounts)).value;
}

/** Lines that only the reports of units write, and that come to something in one year. */
function linesOfUnits(
  base: FactBase,
  other: FactBase,
  change: 'added' | 'removed',
  pairs: Pairs,
  places: Places,
): SubjectChange[] {
  if (base.units.length === 0) return [];
  const lines = new Set<Subject>();
  for (const { subject } of everyFact(base))
    if (subject.code !== undefined && !pairs.of.has(subject) && isWrittenAt(base, subject.names))
      lines.add(subject);
  return [...lines].flatMap((line): SubjectChange[] => {
    const value = known(line);
    if (!value || value.isZero() || isWrittenAt(other, line.names)) return [];
    const pair: Pair = { [change === 'added' ? 'new' : 'old']: line, kind: 'same' };
    return [{ kind: 'subject', change, sort: 'line', ...places.of(pair), parts: [] }];
  });
}

/** Of what is not listed, though there may have been something of it, nothing is known to have come. */
function unlistedIn(
  before: FactBase,
  now: FactBase,
  { sort, path, block }: SubjectChange,
): Unlisted | undefined {
  if (sort === 'project' || sort === 'unit') {
    const list = sort === 'project' ? blocks.projects : blocks.units;
    return before.root.children.has(list) ? undefined : { block: list, of: 'all' };
  }
  const names = pathNames(path).slice(0, -1);
  const [container, old] = [subjectAt(now, names), subjectAt(before, names)];
  const lines = old && linesOf(old);
  if (!container || (lines && lines.all.length > 0) || isNothing(old)) return undefined;
  const isDetail = names.includes(blocks.detail);
  return isDetail ? { block, of: 'details' } : { block: containerLabel(container), of: 'lines' };
}

/** Last year's report says that there was nothing of it. */
function isNothing(container: Subject | undefined): boolean {
  const all = container && subjectAt(container.base, [...container.names, total]);
  return [container, all].some((one) => one && known(one)?.isZero());
}

/** Units to which a report refers, where their list does not say it already. */
function unitsApart({ alone, gone, isListed, paired }: PairedUnits, said: SubjectChange[]): SubjectChange[] {
  if (!isListed || paired.length + alone.length === 0) return [];
  const names = new Set(said.filter(({ sort }) => sort === 'unit').map(({ label }) => label));
  const changes = [
    ...alone.map((unit) => ({ unit, change: 'added' as const })),
    ...gone.map((unit) => ({ unit, change: 'removed' as const })),
  ];
  return changes
    .filter(({ unit }) => !names.has(unit.name))
    .map(({ unit: { name, origin }, change }) => ({
      ...{ kind: 'subject', change, sort: 'unit', parts: [] },
      ...{ path: pathText([blocks.units, name]), label: name, block: blocks.units },
      [change === 'added' ? 'newOrigin' : 'oldOrigin']: origin,
    }));
}
