import type { FactBase, Subject } from '@fiscal/core';
import { movedPairs } from './moved.js';
import { renamedPairs } from './renamed.js';

export type PairKind = 'same' | 'renamed' | 'moved';

/** A thing that both reports speak of, or only one of them. */
export interface Pair {
  old?: Subject;
  new?: Subject;
  kind: PairKind;
}

/** Which subjects of two reports are one and the same. */
export interface Pairs {
  /** In the order of the new report; what only the old one has stands behind its neighbours there. */
  all: Pair[];
  /** The pair that a subject of either report is in. */
  of: ReadonlyMap<Subject, Pair>;
  /** What is called otherwise now: the old label and the new one. */
  renames: readonly (readonly [old: string, next: string])[];
}

/**
 * Pairs by their names first; what is left over by likeness of name and figures. Of two years the figures are others
 * in any case: where they are the same they tell nothing.
 */
export function pairSubjects(old: FactBase, next: FactBase, areFiguresTelling = true): Pairs {
  const pairing = new Pairing(areFiguresTelling);
  pairing.pairRoots(old.root, next.root);
  for (let index = 0; index < Math.max(old.eliminations.length, next.eliminations.length); index += 1)
    pairing.pairRoots(old.eliminations[index]?.root, next.eliminations[index]?.root);
  if (areFiguresTelling) pairing.pairMoved();
  const all = pairing.inOrder();
  const renames = all.flatMap(({ kind, old: one, new: other }) =>
    kind === 'renamed' && one && other ? [[one.label, other.label] as const] : [],
  );
  return { all, of: pairing.pairs, renames };
}

class Pairing {
  readonly pairs = new Map<Subject, Pair>();
  private readonly roots: Pair[] = [];
  private readonly onlyOld = new Set<Subject>();
  private readonly onlyNew = new Set<Subject>();

  constructor(private readonly areFiguresTelling: boolean) {}

  pairRoots(old: Subject | undefined, next: Subject | undefined): void {
    if (old && next) this.roots.push(this.join(old, next, 'same'));
    else if (old ?? next) this.roots.push(this.alone((old ?? next)!, old ? 'old' : 'new'));
  }

  /** What left one place and came to another. */
  pairMoved(): void {
    for (const [old, next] of movedPairs(this.onlyOld, this.onlyNew)) {
      if (this.pairs.get(old)?.new || this.pairs.get(next)?.old) continue;
      this.join(old, next, 'moved');
    }
  }

  /** Each pair once: below the place where the new report has it. */
  inOrder(): Pair[] {
    const found = new Set<Pair>();
    const visit = (pair: Pair): void => {
      if (found.has(pair)) return;
      found.add(pair);
      for (const child of childrenInOrder(pair, this.pairs)) visit(child);
    };
    this.roots.forEach(visit);
    return [...found];
  }

  private join(old: Subject, next: Subject, kind: PairKind): Pair {
    this.onlyOld.delete(old);
    this.onlyNew.delete(next);
    const pair: Pair = { old, new: next, kind };
    this.pairs.set(old, pair);
    this.pairs.set(next, pair);
    const left = [...old.children.values()].filter(({ name }) => !next.children.has(name));
    const come = [...next.children.values()].filter(({ name }) => !old.children.has(name));
    for (const child of next.children.values()) {
      const before = old.children.get(child.name);
      if (before) this.join(before, child, 'same');
    }
    this.joinRenamed(left, come);
    return pair;
  }

  private joinRenamed(left: readonly Subject[], come: readonly Subject[]): void {
    const renamed = renamedPairs(left, come, this.areFiguresTelling);
    const joined = new Set(renamed.flat());
    for (const [old, next] of renamed) this.join(old, next, 'renamed');
    for (const old of left) if (!joined.has(old)) this.alone(old, 'old');
    for (const next of come) if (!joined.has(next)) this.alone(next, 'new');
  }

  private alone(subject: Subject, side: 'old' | 'new'): Pair {
    const pair: Pair = side === 'old' ? { old: subject, kind: 'same' } : { new: subject, kind: 'same' };
    this.pairs.set(subject, pair);
    (side === 'old' ? this.onlyOld : this.onlyNew).add(subject);
    for (const child of subject.children.values()) this.alone(child, side);
    return pair;
  }
}

/** The children of both sides: those of the new report in its order, and of the old one those that it has alone. */
function childrenInOrder(pair: Pair, pairs: ReadonlyMap<Subject, Pair>): Pair[] {
  const ofNew = [...(pair.new?.children.values() ?? [])].map((child) => pairs.get(child)!);
  const ofOld = [...(pair.old?.children.values() ?? [])].map((child) => pairs.get(child)!);
  const gone = ofOld.filter((child) => !child.new);
  if (gone.length === 0) return ofNew;
  const merged = [...ofNew];
  for (const child of gone) {
    const before = ofOld[ofOld.indexOf(child) - 1];
    const at = before ? merged.indexOf(before) + 1 : 0;
    merged.splice(at, 0, child);
  }
  return merged;
}
