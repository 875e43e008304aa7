import type { Changes, SubjectChange } from './changes.js';

/** Of what left one report and came to another, both say so: a unit that belongs to another department now. */
export function markMovesBetween(all: readonly Changes[]): void {
  const come = new Map<string, { change: SubjectChange; changes: Changes }>();
  for (const changes of all)
    for (const change of subjectsOf(changes, 'added')) come.set(keyOf(change), { change, changes });
  for (const changes of all)
    for (const change of subjectsOf(changes, 'removed')) {
      const there = come.get(keyOf(change));
      if (!there || there.changes === changes) continue;
      change.otherReport = nameOf(there.changes);
      there.change.otherReport = nameOf(changes);
      come.delete(keyOf(change));
    }
}

const movable = new Set<SubjectChange['sort']>(['project', 'unit', 'indicator']);

function subjectsOf({ typed }: Changes, wanted: SubjectChange['change']): SubjectChange[] {
  return typed.filter(
    (change): change is SubjectChange =>
      change.kind === 'subject' && change.change === wanted && movable.has(change.sort),
  );
}

function keyOf({ sort, label }: SubjectChange): string {
  return `${sort} ${label}`;
}

function nameOf({ old, new: next }: Changes): string {
  const { name, year } = (next ?? old)!;
  return `${name} ${year}`;
}
