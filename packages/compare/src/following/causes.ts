import {
  Decimal,
  type Fact,
  type FactBase,
  factBelow,
  finalAccounts,
  formatPlain,
  labelOf,
  type Path,
  pathNames,
  pathText,
  settleFact,
  type Term,
} from '@fiscal/core';
import type { ForeignFigure, TypedChange } from '../changes.js';
import { nameOfReport } from '../typed/report-changes.js';
import type { Followed, Following } from './derived.js';
import { Reached, type Way } from './reached.js';

interface Causes {
  typed: ReadonlySet<number>;
  elsewhere: ReadonlySet<string>;
  sources: ReadonlySet<ForeignFigure>;
}

/** A figure that is told of by its path; one of whom nobody tells (支出.全部), or of another report, by itself. */
type Node = string | Fact;

/** A place in the list of typed changes, the name of another report, or a figure that was written there. */
type Cause = number | string | ForeignFigure;

/** Finds by which of the typed changes a figure is another one: through what it was computed from, and is now. */
export class CauseFinder {
  private readonly reached = new Reached<Node, Cause>((node) => this.wayOf(node));
  /** Reports that each of the two refers to: that of the old one, and that of the new one. */
  private readonly foreign: readonly ReadonlyMap<string, FactBase>[];
  /** Reports that only one of the two refers to: the change of the reference. */
  private readonly references = new Map<string, number>();
  /** Typed figures by what they are of. */
  private readonly bySubject = new Map<string, number[]>();
  /** Typed changes by what they are of. */
  private readonly changed: [Path, number][] = [];
  private lacking: readonly Path[] | undefined;
  private foundBySubject: ReadonlyMap<string, string[]> | undefined;
  private readonly sources = new Map<string, ForeignFigure>();

  constructor(
    private readonly following: Following,
    changes: readonly TypedChange[],
    /** Places in the list of typed changes, by the path of the figure. */
    private readonly typed: ReadonlyMap<string, number>,
    private readonly own: ReadonlySet<FactBase>,
    private readonly bases: readonly [old: FactBase, next: FactBase],
  ) {
    this.foreign = bases.map(({ prior, units }) => {
      const others = [...(prior ? [prior] : []), ...units];
      return new Map(others.map((base) => [nameOfReport(base), base]));
    });
    for (const [index, change] of changes.entries()) {
      if (change.kind === 'reference')
        for (const name of [change.old, change.new]) if (name !== undefined) this.references.set(name, index);
      const names = pathNames(change.path);
      if (names.length > 0) this.changed.push([names, index]);
      if (change.kind !== 'figure') continue;
      const path = change.measure === finalAccounts ? change.path : pathText(names.slice(0, -1));
      this.bySubject.set(path, [...(this.bySubject.get(path) ?? []), index]);
    }
  }

  of(path: string): Causes {
    const causes = [...this.reached.from(path)];
    return {
      typed: new Set(causes.filter((cause) => typeof cause === 'number')),
      elsewhere: new Set(causes.filter((cause) => typeof cause === 'string')),
      sources: new Set(causes.filter((cause) => typeof cause === 'object')),
    };
  }

  private wayOf(node: Node): Way<Node, Cause> {
    if (typeof node !== 'string' && !this.own.has(node.subject.base)) return this.inOther(node);
    const followed =
      typeof node === 'string' ? this.following.found.get(node) : { old: node, new: undefined };
    const leaves: Cause[] = [];
    const on: Node[] = [];
    const { terms, missing } = followed ? termsOf(followed) : { terms: [], missing: [] };
    for (const fact of [...terms, ...missing]) {
      if (!this.own.has(fact.subject.base)) leaves.push(...this.ofForeign(fact, on));
      else {
        const path = this.following.pathOf(fact);
        const change = this.typed.get(path);
        if (change !== undefined) leaves.push(change);
        else on.push(this.following.isListed(path) ? path : fact);
      }
    }
    // What is missing may be missed only since something else is said of the same.
    if (leaves.length === 0)
      for (const fact of missing) {
        leaves.push(...this.saidOf(fact));
        on.push(...this.followingOf(fact));
        if (this.isItself(fact, node))
          for (const block of this.blocksLacking()) this.addOfBlock(block, leaves, on);
      }
    return { leaves, on };
  }

  /** It cannot be computed for want of something that is no figure. */
  private isItself(fact: Fact, node: Node): boolean {
    return typeof node === 'string' ? this.following.pathOf(fact) === node : fact === node;
  }

  /** Blocks that one of both reports needs and does not have. */
  private blocksLacking(): readonly Path[] {
    if (this.lacking) return this.lacking;
    const [before, now] = this.bases.map(({ knowledge }) => knowledge.missingBlocks);
    return (this.lacking = [
      ...now!.all().filter((path) => !before!.has(path)),
      ...before!.all().filter((path) => !now!.has(path)),
    ]);
  }

  /** What was typed in a block that is lacking now or was, or of all of it, and what follows otherwise in it. */
  private addOfBlock(block: Path, leaves: Cause[], on: Node[]): void {
    for (const [path, index] of this.changed) if (isIn(path, block) || isIn(block, path)) leaves.push(index);
    for (const path of this.following.found.keys()) if (isIn(pathNames(path), block)) on.push(path);
  }

  /** Other figures of the same that follow otherwise now. */
  private followingOf({ subject }: Fact): string[] {
    this.foundBySubject ??= this.findBySubject();
    return this.foundBySubject.get(this.following.subjectPath(subject)) ?? [];
  }

  private findBySubject(): ReadonlyMap<string, string[]> {
    const found = new Map<string, string[]>();
    for (const [path, { old, new: next }] of this.following.found) {
      const { subject } = (next ?? old)!;
      for (const one of [subject, subject.parent]) {
        const owner = one && this.following.subjectPath(one);
        if (owner) found.set(owner, [...(found.get(owner) ?? []), path]);
      }
    }
    return found;
  }

  private saidOf({ subject }: Fact): number[] {
    const path = this.following.subjectPath(subject);
    const parent = subject.parent && this.following.subjectPath(subject.parent);
    return this.bySubject.get(path) ?? (parent ? (this.bySubject.get(parent) ?? []) : []);
  }

  /** A figure of another report, which changed there: by a change of that report, or by what refers to it. */
  private ofForeign(fact: Fact, on: Node[]): Cause[] {
    const name = nameOfReport(fact.subject.base);
    const reference = this.references.get(name);
    if (reference !== undefined) return [reference];
    if (!this.isChanged(fact)) return [];
    on.push(fact);
    return [name];
  }

  /** It is another figure in the other version of its report, or there is none. */
  private isChanged(fact: Fact): boolean {
    const [old, next] = this.versionsOf(fact);
    return valueOf(old) !== valueOf(next);
  }

  /** The figure in the old version of its report, and in the new one. */
  private versionsOf(fact: Fact): (Fact | undefined)[] {
    const { base, names } = fact.subject;
    return this.foreign.map((reports) => {
      const other = reports.get(nameOfReport(base));
      return other === base ? fact : other && factBelow(other.root, [...names, fact.measure]);
    });
  }

  /** Inside of another report down to what somebody wrote there. */
  private inOther(fact: Fact): Way<Node, Cause> {
    if (!this.isChanged(fact)) return { leaves: [], on: [] };
    const [old, next] = this.versionsOf(fact);
    if ([old, next].some((one) => one && one.statements.length > 0))
      return { leaves: [this.sourceOf(fact, old, next)], on: [] };
    const { terms } = termsOf({ old, new: next });
    return { leaves: [], on: terms };
  }

  private sourceOf(fact: Fact, old: Fact | undefined, next: Fact | undefined): ForeignFigure {
    const report = nameOfReport(fact.subject.base);
    const name = `${report} ${fact.key}`;
    let source = this.sources.get(name);
    if (!source) {
      const [then, now] = [old, next].map((one) => one && settleFact(one).value);
      const difference = (then ?? now) ? { difference: formatPlain((now ?? zero).minus(then ?? zero)) } : {};
      source = { report, label: labelOf(fact), decimals: fact.decimals, ...difference };
      this.sources.set(name, source);
    }
    return source;
  }
}

const zero = new Decimal(0);

function isIn(path: Path, block: Path): boolean {
  return block.every((name, index) => path[index] === name);
}

function valueOf(fact: Fact | undefined): string {
  const { state, value } = fact ? settleFact(fact) : ({ state: 'absent' } as const);
  return value ? formatPlain(value) : state;
}

function termsOf({ old, new: next }: Pick<Followed, 'old' | 'new'>): { terms: Fact[]; missing: Fact[] } {
  const terms = (fact: Fact | undefined): readonly Term[] => (fact && settleFact(fact).terms) ?? [];
  const missing = (fact: Fact | undefined): readonly Fact[] => (fact && settleFact(fact).missing) ?? [];
  return {
    terms: [...new Set([...terms(next), ...terms(old)].map(({ fact }) => fact))],
    missing: [...new Set([...missing(next), ...missing(old)])],
  };
}
