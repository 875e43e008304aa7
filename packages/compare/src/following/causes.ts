import { type Fact, type FactBase, formatPlain, settleFact, type Term } from '@fiscal/core';
import { nameOfReport } from '../typed/report-changes.js';
import type { Followed, Following } from './derived.js';

interface Causes {
  typed: ReadonlySet<number>;
  elsewhere: ReadonlySet<string>;
}

const none: Causes = { typed: new Set(), elsewhere: new Set() };

/** Finds by which of the typed changes a figure is another one: through what it was computed from, and is now. */
export class CauseFinder {
  private readonly known = new Map<string, Causes>();
  private readonly unlisted = new Map<Fact, Causes>();
  private readonly foreign: ReadonlyMap<string, FactBase>;

  constructor(
    private readonly following: Following,
    /** Places in the list of typed changes, by the path of the figure. */
    private readonly typed: ReadonlyMap<string, number>,
    private readonly own: ReadonlySet<FactBase>,
    old: FactBase,
  ) {
    const others = [...(old.prior ? [old.prior] : []), ...old.units];
    this.foreign = new Map(others.map((base) => [nameOfReport(base), base]));
  }

  of(path: string): Causes {
    const known = this.known.get(path);
    if (known) return known;
    // A way that leads back here tells no more than what is found on the others.
    this.known.set(path, none);
    const followed = this.following.found.get(path);
    const causes = followed ? this.search(followed) : none;
    this.known.set(path, causes);
    return causes;
  }

  private search(followed: Pick<Followed, 'old' | 'new'>): Causes {
    const typed = new Set<number>();
    const elsewhere = new Set<string>();
    for (const fact of termsOf(followed)) {
      const found = this.own.has(fact.subject.base) ? this.ofTerm(fact) : this.ofForeign(fact);
      for (const one of found.typed) typed.add(one);
      for (const one of found.elsewhere) elsewhere.add(one);
    }
    return { typed, elsewhere };
  }

  private ofTerm(fact: Fact): Causes {
    const path = this.following.pathOf(fact);
    const change = this.typed.get(path);
    if (change !== undefined) return { typed: new Set([change]), elsewhere: new Set() };
    return this.following.isListed(path) ? this.of(path) : this.ofUnlisted(fact);
  }

  /** Sums of sums (支出.全部) are told of nowhere: what they are summed up from is asked instead. */
  private ofUnlisted(fact: Fact): Causes {
    const known = this.unlisted.get(fact);
    if (known) return known;
    this.unlisted.set(fact, none);
    const causes = this.search({ old: fact, new: undefined });
    this.unlisted.set(fact, causes);
    return causes;
  }

  /** A figure of another report, which changed there: by a change of that report. */
  private ofForeign(fact: Fact): Causes {
    const name = nameOfReport(fact.subject.base);
    const before = this.foreign.get(name)?.find(fact.subject.names)?.facts.get(fact.measure);
    const isSame = before !== undefined && valueOf(before) === valueOf(fact);
    return isSame ? none : { typed: new Set(), elsewhere: new Set([name]) };
  }
}

function valueOf(fact: Fact): string {
  const { state, value } = settleFact(fact);
  return value ? formatPlain(value) : state;
}

function termsOf({ old, new: next }: Pick<Followed, 'old' | 'new'>): Set<Fact> {
  const terms = (fact: Fact | undefined): readonly Term[] => (fact && settleFact(fact).terms) ?? [];
  const missing = (fact: Fact | undefined): readonly Fact[] => (fact && settleFact(fact).missing) ?? [];
  return new Set([
    ...[...terms(next), ...terms(old)].map(({ fact }) => fact),
    ...missing(next),
    ...missing(old),
  ]);
}
