import {
  completion,
  convert,
  everyFact,
  type Fact,
  type FactBase,
  finalAccounts,
  formatPlain,
  growth,
  initialBudget,
  isRate,
  lastYear,
  type Measure,
  measureOf,
  type Resolved,
  resolveFact,
  roundTo,
  settleFact,
  share,
  type Subject,
} from '@fiscal/core';
import type { DerivedChange, KnownFigure } from '../changes.js';
import { comparison, withMeasure } from '../typed/figures.js';
import type { Pair, Pairs } from '../pair/pairs.js';
import { below, type Places } from '../places.js';

/** A figure that is another one now, in both reports. */
export interface Followed {
  old: Fact | undefined;
  new: Fact | undefined;
  change: DerivedChange;
}

/** Finds what follows from two reports differently, and what is the same of both. */
export class Following {
  /** By the path of the new report. */
  readonly found = new Map<string, Followed>();
  private readonly listed = new Set<string>();
  private readonly oldByPath = new Map<string, Fact>();
  private readonly paths = new Map<Subject, string>();

  constructor(
    old: FactBase,
    next: FactBase,
    private readonly pairs: Pairs,
    private readonly places: Places,
  ) {
    for (const fact of everyFact(old)) this.oldByPath.set(this.pathOf(fact), fact);
    for (const path of this.oldByPath.keys()) this.listed.add(path);
    for (const fact of everyFact(next)) this.compare(this.pathOf(fact), fact);
    if (old.prior ?? next.prior) this.compareLastYear(next, !old.prior || !next.prior);
    // What is left only the old report comes to.
    for (const [path, fact] of this.oldByPath) if (!this.found.has(path)) this.note(path, fact, undefined);
  }

  /** What the reports of last year say, also where nobody speaks of 上年: tables print it. */
  private compareLastYear(next: FactBase, isOnOneSide: boolean): void {
    for (const { subject, measure } of everyFact(next)) {
      const old = measure === finalAccounts && this.pairs.of.get(subject)?.old;
      if (!old) continue;
      const path = below(this.newPathOf(subject), lastYear);
      const [before, after] = [measureOf(old, lastYear), measureOf(subject, lastYear)];
      const known = [before, after].filter((fact) => settleFact(fact).value !== undefined);
      // Of a report that only one of them refers to, all that it said comes or goes.
      if (known.length >= (isOnOneSide ? 1 : 2) && !this.found.has(path)) this.note(path, before, after);
    }
  }

  /** The path of a subject in the new report, whichever it is of. */
  subjectPath(subject: Subject): string {
    return this.newPathOf(subject);
  }

  /** The path of a fact in the new report, whichever it is of. */
  pathOf({ subject, measure }: Fact): string {
    const path = this.newPathOf(subject);
    return measure === finalAccounts ? path : below(path, measure);
  }

  /** Whether a list of all figures of either report has it. */
  isListed(path: string): boolean {
    return this.listed.has(path);
  }

  /** Rates of a subject whose figures changed, which a report may print without speaking of them. */
  addRates(subject: Subject, withShare: boolean): void {
    const pair = this.pairs.of.get(subject);
    const old = pair ? pair.old : this.oldOf(subject);
    if (!old) return;
    for (const measure of withShare ? [share, growth, completion] : [growth, completion]) {
      const path = below(this.newPathOf(subject), measure);
      if (!this.found.has(path)) this.note(path, measureOf(old, measure), measureOf(subject, measure));
    }
  }

  private oldOf(subject: Subject): Subject | undefined {
    return this.oldByPath.get(this.newPathOf(subject))?.subject;
  }

  private newPathOf(subject: Subject): string {
    let path = this.paths.get(subject);
    if (path === undefined) this.paths.set(subject, (path = this.findPath(subject)));
    return path;
  }

  private findPath(subject: Subject): string {
    const pair = this.pairs.of.get(subject);
    if (pair) return this.places.pathOf((pair.new ?? pair.old)!);
    return subject.parent ? below(this.newPathOf(subject.parent), subject.name) : this.places.pathOf(subject);
  }

  private compare(path: string, fact: Fact): void {
    this.listed.add(path);
    const old = this.oldByPath.get(path);
    this.oldByPath.delete(path);
    this.note(path, old, fact);
  }

  private note(path: string, old: Fact | undefined, next: Fact | undefined): void {
    if (isStated(old) || isStated(next)) return;
    const [before, after] = [old && listedAs(old), next && listedAs(next)];
    if (isSame(inUnitOf(next, before, old), after, (next ?? old)!)) return;
    const subject = (next ?? old)!.subject;
    const pair: Pair = { ...(old && { old: old.subject }), ...(next && { new: next.subject }), kind: 'same' };
    const { measure, unit, decimals } = (next ?? old)!;
    const { path: own, oldPath, label, block } = withMeasure(this.places.of(pair), measure);
    const [shown, shownNow] = [shownAs(before, (next ?? old)!), shownAs(after, (next ?? old)!)];
    const { difference } = comparison(inUnitOf(next, shown, old)?.value, shownNow?.value);
    const isOtherUnit = old && next && old.unit !== next.unit;
    const isRescaled = isOtherUnit && before?.value && after?.value?.eq(before.value);
    this.found.set(path, {
      old,
      new: next,
      change: {
        path: own,
        ...(oldPath !== undefined && { oldPath }),
        label,
        block,
        measure,
        unit,
        ...(isOtherUnit && { oldUnit: old.unit }),
        decimals: isRate(measure) ? subject.base.percentDecimals : decimals,
        ...(known(shown) && { old: known(shown)! }),
        ...(known(shownNow) && { new: known(shownNow)! }),
        ...(difference !== undefined && { difference }),
        ...(isRescaled && { effect: 'rescaled' }),
        causes: [],
        elsewhere: [],
      },
    });
  }
}

/** What is known of a figure in a list of all; of some nothing is known, whatever a missing block may hide. */
function listedAs(fact: Fact): Resolved {
  const resolved = resolveFact(fact);
  return resolved.state === 'absent' ? resolved : settleFact(fact);
}

/** What the old report comes to in the unit of the new one: a report may be written in 元 now. */
function inUnitOf(
  next: Fact | undefined,
  resolved: Resolved | undefined,
  old: Fact | undefined,
): Resolved | undefined {
  if (!old || !next || old.unit === next.unit || !resolved?.value) return resolved;
  const value = convert(resolved.value, old.unit, next.unit);
  return value && { ...resolved, value };
}

/** Rates are told with the decimals that are printed. */
function shownAs(resolved: Resolved | undefined, { measure, subject }: Fact): Resolved | undefined {
  if (!resolved?.value || !isRate(measure)) return resolved;
  return { ...resolved, value: roundTo(resolved.value, subject.base.percentDecimals) };
}

function isStated(fact: Fact | undefined): boolean {
  return fact !== undefined && fact.statements.length > 0;
}

/** Rates are compared as they are printed: there are no digits behind that anybody asks for. */
function isSame(old: Resolved | undefined, next: Resolved | undefined, fact: Fact): boolean {
  if (stateOf(old) !== stateOf(next)) return false;
  if (old?.value === undefined || next?.value === undefined) return old?.value === next?.value;
  if (old.value.eq(next.value)) return true;
  const places = fact.subject.base.percentDecimals;
  return isRate(fact.measure) && roundTo(old.value, places).eq(roundTo(next.value, places));
}

function stateOf(resolved: Resolved | undefined): KnownFigure['state'] | undefined {
  return resolved?.state === 'absent' ? undefined : resolved?.state;
}

function known(resolved: Resolved | undefined): KnownFigure | undefined {
  if (!resolved || resolved.state === 'absent') return undefined;
  const { state, value } = resolved;
  return { state, ...(value && { value: formatPlain(value) }) };
}

/** Measures on which the rates of a subject rest. */
export const ratedMeasures: ReadonlySet<Measure> = new Set([finalAccounts, lastYear, initialBudget]);
