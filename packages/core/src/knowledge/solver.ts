import { compareGrowth, compareRatio } from '../number/compare.js';
import { Decimal } from '../number/decimal.js';
import { touches } from '../number/interval.js';
import { FactRules } from './fact-rules.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import { isRate, lastYear, finalAccounts } from '../vocabulary/measures.js';
import { deniesItself, isInMissingBlock, isNotWhole, leavesPartOfUnit, ofUnits } from './lacking.js';
import { isOpenLine } from './open-lines.js';
import { isStated } from './stated-blocks.js';
import { lastYearsClosing } from './opening-balance.js';
import { rateOf } from './rates.js';
import { factAt, factBelow, measureOf, resolveFact, settleFact } from './ask.js';
import { percent } from '../number/unit.js';
import type { Resolved, Sum, Term, Way } from '../model/knowledge.js';
import { absent, Known, resolveStatements } from './resolved.js';
import { structureOf } from './structure.js';
import { saysFigure } from './told-alone.js';
import { sumOfTerms } from './sum-of-terms.js';

/** Whether nobody can know a fact, or whether a way leaves out what nobody knows. */
export interface Lacking {
  fact(fact: Fact): boolean;
  way(way: Way, target: Fact): boolean;
}

const nothingLacks = () => false;

const nowhere = Number.POSITIVE_INFINITY;
const unknownRate = new Known('derived', new Decimal(0), new Decimal(0));

/** One figure follows from another through so many steps at most, and no report has more. */
const deepest = 400;

/** What leads in circles is computed anew each time that it is met; so often at most. */
const mostInCircles = 50_000;

/** Computes the facts of one base, each at most once. */
export class Solver {
  /** The rule at which computing was given up, because too much followed from too much. */
  givenUp: string | undefined;
  /** The rule that is being followed. */
  private rule = '';
  private inCircles = 0;
  private readonly known = new Map<Fact, Resolved>();
  /** Facts being computed, with their depth; meeting one again means that a way leads in a circle. */
  private readonly underWay = new Map<Fact, number>();
  /** Depth of the outermost fact that was met again; results inside that circle are not final. */
  private circle = nowhere;
  private readonly rules: FactRules;

  constructor(
    private readonly base: FactBase,
    /** Nothing follows where that is lacking; nothing is, where checks only ask what they can compare. */
    private readonly lacking?: Lacking,
  ) {
    this.rules = new FactRules(base);
  }

  readonly resolve = (fact: Fact): Resolved => {
    if (fact.subject.base !== this.base) return this.lacking ? settleFact(fact) : resolveFact(fact);
    return this.known.get(fact) ?? this.readOrDerive(fact);
  };

  /** Sum of a way's terms in the unit of `target`. */
  sum(way: Way, target: Fact): Sum {
    const ofDepartment = way.rule === ofUnits;
    const lacks = leavesPartOfUnit(way, target) || (this.lacking?.way(way, target) ?? false);
    const blocked: Sum = { kind: 'blocked', missing: [target] };
    if (lacks && !ofDepartment) return blocked;
    const isLacking = ofDepartment ? undefined : this.lacking?.fact;
    // Checks compare what is written; that something was nothing is concluded only for print.
    const isAsked = this.lacking !== undefined;
    const nothing = { isAsked, isNone: this.isNoneOf(target), wasNone };
    const sum = sumOfTerms(way, target, this.resolve, this.isOpen, isLacking ?? nothingLacks, nothing);
    if (sum.kind === 'known' && ofDepartment && this.leavesChangeOfUnit(target)) return blocked;
    // What no unit says anything of is left open by none, nor is what is the same as that.
    return lacks && (sum.kind !== 'nothing' || sum.inapplicable) ? blocked : sum;
  }

  /** What the fact would be if the author had not written it. */
  compute(fact: Fact): Resolved {
    return this.derive(fact);
  }

  /** Ways that no rule needs to state: last year's report, the structure of the tables, reports of units. */
  *structuralWaysTo(fact: Fact): Generator<Way> {
    if (this.base.prior) yield* ofPriorReport(fact, this.base.prior);
    yield* structureOf(fact);
    if (this.base.units.length > 0) yield* unitReports(fact, this.base);
  }

  /** All ways, those that rules state among them. */
  *waysTo(fact: Fact): Generator<Way> {
    if (this.base.prior) yield* ofPriorReport(fact, this.base.prior);
    yield* structureOf(fact);
    yield* this.rules.waysTo(fact);
    if (this.base.units.length > 0) yield* unitReports(fact, this.base);
  }

  /** All facts that are the same quantity by a rule. */
  equalsOf(fact: Fact): Fact[] {
    return this.rules.equalsOf(fact);
  }

  private readonly isOpen = (fact: Fact): boolean => isOpenLine(fact, this.resolve);

  /**
   * One unit does not tell what its figure of last year was, nor by how much it changed: how much the others changed
   * is not the department's change.
   */
  private leavesChangeOfUnit(target: Fact): boolean {
    const change = this.rules.changeOf(target);
    if (!change) return false;
    return this.base.units.some((unit) => {
      const amount = factAt(unit, change.amount.key);
      if (!amount || isTold(factAt(unit, target.key))) return false;
      const compared = measureOf(amount.subject, change.base.measure);
      return isTold(compared) || isOpenLine(compared, this.resolve);
    });
  }

  /** What a change is of came to nothing: a written block does not say it, though it says what it was last year. */
  private isNoneOf(target: Fact): (fact: Fact) => boolean {
    const change = this.rules.changeOf(target);
    return (fact) =>
      fact === change?.amount &&
      isStated(this.base, fact.subject.names.slice(0, 1)) &&
      !this.base.knowledge.isUnsaid(fact.key);
  }

  private readOrDerive(fact: Fact): Resolved {
    const stated = resolveStatements(fact);
    if (stated) {
      this.known.set(fact, stated);
      return stated;
    }
    const depth = this.underWay.get(fact);
    if (depth === undefined) return this.deriveOnce(fact);
    this.circle = Math.min(this.circle, depth);
    return absent;
  }

  private deriveOnce(fact: Fact): Resolved {
    const depth = this.underWay.size;
    if (depth >= deepest || this.inCircles > mostInCircles) return this.giveUp(fact);
    const outer = this.circle;
    this.circle = nowhere;
    this.underWay.set(fact, depth);
    const resolved = this.derive(fact);
    this.underWay.delete(fact);
    if (this.circle >= depth) {
      this.known.set(fact, resolved);
      this.circle = outer;
    } else {
      this.inCircles += 1;
      this.circle = Math.min(this.circle, outer);
    }
    return resolved;
  }

  /** Blocked, not absent: nothing is concluded from what was not computed. */
  private giveUp(fact: Fact): Resolved {
    this.givenUp ??= this.rule;
    return { state: 'blocked', missing: [fact] };
  }

  private derive(fact: Fact): Resolved {
    if (isRate(fact.measure)) return this.deriveRate(fact);
    const derived = this.deriveFigure(fact);
    return this.base.units.length > 0 ? this.asUnitsSay(fact, derived) : derived;
  }

  /**
   * What follows from nothing that the department says itself is what its units say of it, not what comes of their
   * parts: one of them may tell 公用经费 alone, where another tells its lines, or leave it open.
   */
  private asUnitsSay(fact: Fact, derived: Resolved): Resolved {
    if (!(derived instanceof Known) || derived.rule === ofUnits || this.restsOnOwn(derived)) return derived;
    // What 抵销 takes out of the amount is in no unit's change.
    if (this.rules.changeOf(fact)) return derived;
    // Of a block that one of them lacks, what stands elsewhere may tell.
    if (this.base.units.some((unit) => isNotWhole(unit, fact.subject.names))) return derived;
    const said = this.follow(unitReports(fact, this.base), fact);
    if (said.state === 'absent' || (said.state === 'blocked' && this.rules.changeOf(fact))) return derived;
    return said;
  }

  /** On something that the department states, or its report of last year. */
  private restsOnOwn({ terms = [] }: Resolved): boolean {
    return terms.some(({ fact }) => {
      const { base } = fact.subject;
      if (base !== this.base) return base === this.base.prior;
      return fact.statements.length > 0 || this.restsOnOwn(this.resolve(fact));
    });
  }

  private deriveFigure(fact: Fact): Resolved {
    const equals = this.rules.equalsOf(fact);
    const stated = equals.find(({ statements }) => statements.length > 0);
    const said = stated && this.follow([sameAs(stated)], fact);
    if (said instanceof Known) return this.finerOf(said, fact);
    const own = this.follow(this.waysTo(fact), fact);
    // 项目支出 不适用: not told by their economic purpose, the lines of 支出 are projects all the same.
    if (said && !(own instanceof Known && said.inapplicable)) return said;
    if (equals.length === 0) return own;
    const others = equals.flatMap((other) => [...this.waysTo(other)]);
    if (own instanceof Known) return own.rule === ofUnits ? this.ownBeforeUnits(own, others, fact) : own;
    const equal = this.follow(others, fact);
    return equal instanceof Known || own.state === 'absent' ? equal : own;
  }

  /** What the department says itself of what is the same comes before what its units come to. */
  private ownBeforeUnits(ofAllUnits: Known, others: readonly Way[], fact: Fact): Resolved {
    const own = this.follow(
      others.filter(({ rule }) => rule !== ofUnits),
      fact,
    );
    return own instanceof Known && this.restsOnOwn(own) ? own : ofAllUnits;
  }

  /** What is stated elsewhere, unless the fact's own parts say the same with fewer digits lost to rounding. */
  private finerOf(said: Resolved, fact: Fact): Resolved {
    if (!(said instanceof Known) || said.radius.isZero()) return said;
    const own = this.follow(this.waysTo(fact), fact);
    return own instanceof Known && own.radius.lt(said.radius) && touches(own, said) ? own : said;
  }

  private follow(ways: Iterable<Way>, fact: Fact): Resolved {
    let missing: readonly Fact[] | undefined;
    let inapplicable: readonly Fact[] | undefined;
    for (const way of ways) {
      const { rule, terms } = way;
      this.rule = rule;
      const sum = this.sum(way, fact);
      const isNone = rule === ofUnits && terms.every((term) => this.isNone(term.fact));
      // 绩效 未发生 of all units, where the department tells its own.
      if (isNone && tellsParts(fact.subject)) continue;
      if (sum.kind === 'known')
        return new Known(isNone ? 'none' : 'derived', sum.value, sum.spread, undefined, terms, rule);
      if (sum.kind === 'nothing' && isNone) return { state: 'inapplicable' };
      if (sum.kind === 'blocked') missing ??= sum.missing;
      if (sum.kind === 'nothing' && this.isOfAll(way)) inapplicable ??= sum.inapplicable;
    }
    if (missing) return { state: 'blocked', missing };
    return inapplicable ? { state: 'absent', inapplicable } : absent;
  }

  /** 未发生 or 不适用, and not a 0 that somebody wrote. */
  private isNone(fact: Fact): boolean {
    const { state } = this.resolve(fact);
    return state === 'none' || state === 'inapplicable';
  }

  /** What does not arise in one unit may arise in another, which says nothing of it. */
  private isOfAll({ rule, terms }: Way): boolean {
    if (rule !== ofUnits) return true;
    return terms
      .map((term) => this.resolve(term.fact))
      .every((part) => part.state !== 'absent' || part.inapplicable);
  }

  private deriveRate(fact: Fact): Resolved {
    const rate = rateOf(fact);
    if (!rate) return absent;
    const numerator = this.resolve(rate.numerator);
    const denominator = this.resolve(rate.denominator);
    if (!(numerator instanceof Known && denominator instanceof Known)) return absent;
    const compare = rate.form === 'growth' ? compareGrowth : compareRatio;
    const { outcome, expected, tolerance } = compare(unknownRate, numerator, denominator);
    if (outcome === 'undefined') return absent;
    const terms = [rate.numerator, rate.denominator].map((term) => ({ fact: term, sign: 1 as const }));
    return new Known('derived', expected, tolerance, undefined, terms, rate.rule);
  }
}

function tellsParts({ base, names }: Subject): boolean {
  return [...(base.find(names)?.children.values() ?? [])].some(saysFigure);
}

/** Last year's report has the block, and what it does not say there was nothing: an item of 三公经费 未发生. */
function wasNone({ measure, subject: { base, path, names } }: Fact): boolean {
  if (measure !== lastYear || !base.prior || isInMissingBlock(base.prior, names)) return false;
  return !isTold(factAt(base.prior, path)) && !base.prior.knowledge.isUnsaid(path);
}

/** It has a value, or is open, or does not arise. */
function isTold(fact: Fact | undefined): boolean {
  if (!fact) return false;
  const { state, inapplicable } = resolveFact(fact);
  return state !== 'absent' || inapplicable !== undefined;
}

function sameAs(fact: Fact): Way {
  return { rule: 'N1201', terms: [{ fact, sign: 1 }] };
}

function* ofPriorReport(fact: Fact, prior: FactBase): Generator<Way> {
  const before = fact.measure === lastYear ? factBelow(prior.root, fact.subject.names) : undefined;
  if (before) yield { rule: 'Y002', terms: [{ fact: before, sign: 1 }] };
  else yield* lastYearsClosing(fact, prior);
}

/** Scores and percentages of several units come to none of the department. */
const neverSummed: ReadonlySet<string> = new Set(['分', percent]);

/** The sum of the units' figures, without what they paid to each other. */
function* unitReports(fact: Fact, base: FactBase): Generator<Way> {
  const { units, eliminations, knowledge } = base;
  const { subject, measure, unit } = fact;
  if (neverSummed.has(unit)) return;
  const path = measure === finalAccounts ? subject.names : [...subject.names, measure];
  const terms = (bases: readonly FactBase[], sign: 1 | -1): Term[] =>
    bases
      .map((base) => factBelow(base.root, path))
      .filter((fact) => fact !== undefined)
      .map((fact) => ({ fact, sign }));
  const summed = terms(units, 1);
  if (summed.length === 0) return;
  // Of what did not arise in the department no unit has to speak; one that does is heard, and told.
  if (deniesItself(base, subject.names) && summed.every((term) => !resolveFact(term.fact).value)) return;
  const without = terms(eliminations, -1).filter((term) => resolveFact(term.fact).value);
  const told = new Set(without.map((term) => term.fact.subject.base));
  const ofLines = knowledge.eliminatedLines.termsFor(fact, told);
  yield { rule: ofUnits, terms: [...summed, ...without, ...ofLines] };
}
