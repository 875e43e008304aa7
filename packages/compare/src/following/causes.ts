import { type Fact, type FactBase, formatPlain, settleFact, type Term } from '@fiscal/core';
import { nameOfReport } from '../typed/report-changes.js';
import type { Followed, Following } from './derived.js';
import { Reached, type Way } from './reached.js';

interface Causes {
  typed: ReadonlySet<number>;
  elsewhere: ReadonlySet<string>;
}

/** A figure that is told of by its path; one of whom nobody tells (支出.全部) by itself. */
type Node = string | Fact;

/** A place in the list of typed changes, or the name of another report. */
type Cause = number | string;

/** Finds by which of the typed changes a figure is another one: through what it was computed from, and is now. */
export class CauseFinder {
  private readonly reached = new Reached<Node, Cause>((node) => this.wayOf(node));
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
    const causes = [...this.reached.from(path)];
    return {
      typed: new Set(causes.filter((cause) => typeof cause === 'number')),
      elsewhere: new Set(causes.filter((cause) => typeof cause === 'string')),
    };
  }

  private wayOf(node: Node): Way<Node, Cause> {
    const followed =
      typeof node === 'string' ? this.following.found.get(node) : { old: node, new: undefined };
    const leaves: Cause[] = [];
    const on: Node[] = [];
    for (const fact of followed ? termsOf(followed) : []) {
      if (!this.own.has(fact.subject.base)) leaves.push(...this.ofForeign(fact));
      else {
        const path = this.following.pathOf(fact);
        const change = this.typed.get(path);
        if (change !== undefined) leaves.push(change);
        else on.push(this.following.isListed(path) ? path : fact);
      }
    }
    return { leaves, on };
  }

  /** A figure of another report, which changed there: by a change of that report. */
  private ofForeign(fact: Fact): string[] {
    const name = nameOfReport(fact.subject.base);
    const before = this.foreign.get(name)?.find(fact.subject.names)?.facts.get(fact.measure);
    const isSame = before !== undefined && valueOf(before) === valueOf(fact);
    return isSame ? [] : [name];
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
