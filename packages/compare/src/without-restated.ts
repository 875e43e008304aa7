import { Decimal, factAt, type Report, resolveFact } from '@fiscal/core';
import type { Changes, DerivedChange, FigureChange, SubjectChange, TypedChange } from './changes.js';

const nothing = new Decimal(0);

/**
 * A published document states every figure that it prints, a source those alone that do not follow: what both come to
 * is the same, whoever writes it down. Neither is another what the format of the one leaves out (`isOfFormat`).
 */
export function withoutRestated(
  changes: Changes,
  old: Report,
  next: Report,
  isOfFormat: (change: TypedChange) => boolean = () => false,
): Changes {
  const isSame = ({ path, oldPath = path }: { path: string; oldPath?: string }): boolean => {
    const [before, after] = [knownAt(old, oldPath), knownAt(next, path)];
    if (before === undefined && after === undefined) return false;
    // A zero that a form prints is nothing that a source has to write.
    return (before ?? nothing).equals(after ?? nothing);
  };
  const kept = changes.typed.map((change) => withoutSame(change, isSame, isOfFormat));
  const positions = positionsOf(kept);
  const leftOutAt = new Set(changes.typed.flatMap((change, at) => (isOfFormat(change) ? [at] : [])));
  return {
    ...changes,
    typed: kept.flatMap((change) => change ?? []),
    derived: changes.derived
      .filter((change) => !isSame(change) && !isOfNothing(change) && !follows(change, leftOutAt))
      .map((change) => ({ ...change, causes: change.causes.flatMap((at) => positions.get(at) ?? []) })),
  };
}

/** Where those that are left stand now, by where they stood. */
function positionsOf(kept: readonly (TypedChange | undefined)[]): Map<number, number> {
  const positions = new Map<number, number>();
  for (const [at, change] of kept.entries()) if (change) positions.set(at, positions.size);
  return positions;
}

/** What only comes of changes that are none, or what only one of the two lets anybody know. */
function follows({ causes, elsewhere, old, new: next }: DerivedChange, none: ReadonlySet<number>): boolean {
  const isKnownToOne = (old?.value === undefined) !== (next?.value === undefined);
  if (elsewhere.length > 0 || (causes.length === 0 && !isKnownToOne)) return false;
  return causes.every((at) => none.has(at));
}

function withoutSame(
  change: TypedChange,
  isSame: (figure: { path: string; oldPath?: string }) => boolean,
  isOfFormat: (change: TypedChange) => boolean,
): TypedChange | undefined {
  if (isOfFormat(change)) return undefined;
  if (change.kind === 'figure') return isSame(change) || isOpen(change) ? undefined : change;
  // The catalogue has it, whether or not it is written beside its code.
  if (change.kind === 'word' && change.name === '名称' && isOneSided(change)) return undefined;
  if (change.kind !== 'subject' || (change.change !== 'added' && change.change !== 'removed')) return change;
  const parts = change.parts.flatMap(
    (part) => withoutSame(part, isSame, isOfFormat) ?? [],
  ) as SubjectChange['parts'];
  return parts.length === 0 && change.parts.length > 0 ? undefined : { ...change, parts };
}

/** 未填 of a document is what a source does not say. */
function isOpen({ old = [], new: next = [] }: FigureChange): boolean {
  return [...old, ...next].every(({ state }) => state === 'unfilled');
}

function isOneSided({ old, new: next }: { old?: string; new?: string }): boolean {
  return old === undefined || next === undefined;
}

/** A zero that nobody writes is no figure that went. */
function isOfNothing({ old, new: next }: DerivedChange): boolean {
  const isNothing = (value: string | undefined) => value === undefined || /^-?0(\.0*)?$/.test(value);
  return isNothing(old?.value) && isNothing(next?.value);
}

function knownAt({ base }: Report, path: string): Decimal | undefined {
  const fact = factAt(base, path);
  return fact && resolveFact(fact).value;
}
