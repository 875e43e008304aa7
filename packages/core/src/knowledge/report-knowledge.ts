import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Knowledge, Lines, Resolved, Sum, Way } from '../model/knowledge.js';
import type { Subject } from '../model/subject.js';
import type { Measure } from '../vocabulary/measures.js';
import { subjectAt } from './ask.js';
import { saysSomethingOfItself } from './block.js';
import { indexDetails } from './details.js';
import { isComparedAlone } from './compared-alone.js';
import { Implied } from './implied.js';
import { impliedChild, impliedNames } from './implied-children.js';
import { buildLines } from './lines.js';
import { addRuleSubjects } from './rule-subjects.js';
import { isLeftOpenByUnit, lacksBlock } from './lacking.js';
import { MissingBlocks } from './missing-blocks.js';
import { statedNothing } from './part-of-nothing.js';
import { RequiredFigures } from './required-figures.js';
import { EliminatedLines } from './eliminated-lines.js';
import { findSoleLine } from './sole-detail.js';
import { Solver } from './solver.js';
import { UnsaidParts } from './unsaid-parts.js';
import { TotalsAlone } from './totals-alone.js';
import { UntoldDetails } from './untold-details.js';

/** Nothing is added to a report any more; what follows from it can be asked. */
export function completeReport(base: FactBase): void {
  base.eliminations.forEach(completeReport);
  base.complete(new ReportKnowledge(base));
}

/** What follows from one report, found when it is first asked for and remembered as long as the report is. */
class ReportKnowledge implements Knowledge {
  private readonly implied = new Implied();
  private readonly linesByContainer = new Map<Subject, Lines | undefined>();
  private readonly details = new Map<Subject, ReadonlyMap<string, readonly Fact[]>>();
  private readonly missing = new Map<Subject, Set<string>>();
  private readonly soleLines = new Map<string, Subject | undefined>();
  private readonly writtenBlocks = new Map<Subject, boolean>();
  private madeSolver: Solver | undefined;
  private madeSettler: Solver | undefined;
  readonly missingBlocks: MissingBlocks;
  readonly totalsAlone: TotalsAlone;
  readonly untoldDetails: UntoldDetails;
  readonly eliminatedLines: EliminatedLines;
  private readonly unsaidParts: UnsaidParts;
  private readonly requiredFigures: RequiredFigures;
  private readonly unsaid = new Map<string, boolean>();
  /** What is being found out: what leads back to itself tells nothing of it. */
  private readonly asked = new Set<string>();
  private hasRuleSubjects = false;

  constructor(private readonly base: FactBase) {
    this.missingBlocks = new MissingBlocks(base);
    this.totalsAlone = new TotalsAlone(base);
    this.untoldDetails = new UntoldDetails(base);
    this.eliminatedLines = new EliminatedLines(base);
    this.unsaidParts = new UnsaidParts(base);
    this.requiredFigures = new RequiredFigures(base);
  }

  child(subject: Subject, name: string): Subject | undefined {
    return (
      subject.children.get(name) ?? this.impliedBelow(subject).get(name) ?? this.findImplied(subject, name)
    );
  }

  *children(subject: Subject): Iterable<Subject> {
    yield* subject.children.values();
    this.defineByRules();
    for (const name of impliedNames(subject, this.implied)) {
      const child = subject.children.has(name) ? undefined : this.child(subject, name);
      if (child) yield child;
    }
  }

  fact(subject: Subject, measure: Measure): Fact {
    return this.implied.fact(subject, measure);
  }

  speaksOf(subject: Subject, measure: Measure): boolean {
    return subject.facts.has(measure) || this.definedFor(subject).has(measure);
  }

  measures(subject: Subject): ReadonlySet<Measure> {
    const measures = new Set(subject.facts.keys());
    for (const measure of this.definedFor(subject)) measures.add(measure);
    for (const unit of this.base.units) {
      const same = subjectAt(unit, subject.names);
      for (const measure of same ? unit.knowledge.measures(same) : []) measures.add(measure);
    }
    return measures;
  }

  lines(container: Subject): Lines | undefined {
    if (this.linesByContainer.has(container)) return this.linesByContainer.get(container);
    const lines = buildLines(container, this.implied);
    this.linesByContainer.set(container, lines);
    return lines;
  }

  detailsByCode(container: Subject, nature: Measure): ReadonlyMap<string, readonly Fact[]> {
    let index = this.details.get(container);
    if (!index) this.details.set(container, (index = indexDetails(container, nature)));
    return index;
  }

  soleLine(container: Subject, nature: Measure): Subject | undefined {
    const key = `${container.path} ${nature}`;
    if (!this.soleLines.has(key)) this.soleLines.set(key, findSoleLine(container, nature));
    return this.soleLines.get(key);
  }

  isWritten(block: Subject): boolean {
    let known = this.writtenBlocks.get(block);
    if (known === undefined) this.writtenBlocks.set(block, (known = saysSomethingOfItself(block)));
    return known;
  }

  resolve(fact: Fact): Resolved {
    return this.solver.resolve(fact);
  }

  settle(fact: Fact): Resolved {
    this.madeSettler ??= new Solver(this.base, lacksBlock);
    return this.madeSettler.resolve(fact);
  }

  isUnsaid(key: string): boolean {
    const known = this.unsaid.get(key);
    if (known !== undefined || this.asked.has(key)) return known ?? false;
    this.asked.add(key);
    const found =
      !statedNothing(this.base, key) &&
      (this.unsaidParts.has(key) ||
        this.requiredFigures.has(key) ||
        isComparedAlone(this.base, key) ||
        isLeftOpenByUnit(this.base, key));
    this.asked.delete(key);
    // What is not found on the way to another may rest on that one, which is not known yet.
    if (found || this.asked.size === 0) this.unsaid.set(key, found);
    return found;
  }

  compute(fact: Fact): Resolved {
    return this.solver.compute(fact);
  }

  waysTo(fact: Fact): Iterable<Way> {
    return this.solver.waysTo(fact);
  }

  structuralWaysTo(fact: Fact): Iterable<Way> {
    return this.solver.structuralWaysTo(fact);
  }

  equalsOf(fact: Fact): Fact[] {
    return this.solver.equalsOf(fact);
  }

  sum(way: Way, target: Fact): Sum {
    return this.solver.sum(way, target);
  }

  get givenUp(): string | undefined {
    return this.madeSolver?.givenUp;
  }

  private get solver(): Solver {
    return (this.madeSolver ??= new Solver(this.base));
  }

  /** Most names that are tried are none of a subject's, and the same ones are tried again and again. */
  private findImplied(subject: Subject, name: string): Subject | undefined {
    const missing = this.missing.get(subject);
    if (missing?.has(name)) return undefined;
    const found = impliedChild(subject, name, this.implied);
    if (found) return found;
    if (missing) missing.add(name);
    else this.missing.set(subject, new Set([name]));
    return undefined;
  }

  /** What rules define is there before anything else that follows. */
  private impliedBelow(subject: Subject): ReadonlyMap<string, Subject> {
    this.defineByRules();
    return this.implied.below(subject);
  }

  private definedFor(subject: Subject): ReadonlySet<Measure> {
    this.defineByRules();
    return this.implied.measuresDefinedFor(subject);
  }

  private defineByRules(): void {
    if (this.hasRuleSubjects) return;
    this.hasRuleSubjects = true;
    addRuleSubjects(this.base, this.implied);
  }
}
