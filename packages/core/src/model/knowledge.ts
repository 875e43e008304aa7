import type { Decimal } from '../number/decimal.js';
import type { Spread } from '../number/spread.js';
import type { Measure } from '../vocabulary/measures.js';
import type { Fact, Statement } from './fact.js';
import type { FactBase } from './fact-base.js';
import type { Path } from './path.js';
import type { Subject } from './subject.js';

/**
 * What follows from a report: asked of its base, answered by the folder `knowledge`. One object for each report,
 * which remembers all that it was asked; the base itself is only read.
 */
export interface Knowledge {
  /** The child of that name, written or implied. */
  child(subject: Subject, name: string): Subject | undefined;
  /** What stands below, as written, then what only follows. */
  children(subject: Subject): Iterable<Subject>;
  /** The fact of a measure, also where nobody spoke of it. */
  fact(subject: Subject, measure: Measure): Fact;
  /** Somebody speaks of that measure: the author, or a rule that defines it. */
  speaksOf(subject: Subject, measure: Measure): boolean;
  /** Measures of which the author, a rule or a unit's report speaks. */
  measures(subject: Subject): ReadonlySet<Measure>;
  /** The classification lines of a container; undefined when it has none. */
  lines(container: Subject): Lines | undefined;
  /** stated ?? derived. */
  resolve(fact: Fact): Resolved;
  /** As `resolve`, but nothing follows where a whole block is missing on the way: what is printed. */
  settle(fact: Fact): Resolved;
  /** Blocks that the report needs and does not have. */
  readonly missingBlocks: {
    has(path: Path): boolean;
    all(): Path[];
    /** It is not written, and told only as 明细 of other lines: that comes to no totals. */
    isTornApart(path: Path): boolean;
  };
  /** Blocks told by what their lines come to, without a line. */
  readonly totalsAlone: {
    /** At names that lead to a block, a group of it or a line: 支出.一般公共预算, 基本支出.公用经费. */
    has(names: Path, code?: string): boolean;
    /** The blocks there that are so. */
    at(names: Path, code?: string): Path[];
    all(): Path[];
  };
  /** Economic sides of functional lines that nobody tells, though something was spent. */
  readonly untoldDetails: {
    /** By names that lead to one, or below it: 支出.一般公共预算.2012601.明细.基本. */
    has(names: Path): boolean;
  };
  /** What 抵销 takes out of the lines of 收入 按科目. */
  readonly eliminatedLines: {
    /** The terms by which a line, or the total of the lines, is less; `told` say so themselves. */
    termsFor(fact: Fact, told: ReadonlySet<FactBase>): Term[];
    /** Those of which nobody can know the line. */
    readonly unplaced: readonly EliminatedIncome[];
  };
  /** Nothing is said of a part by that key, though what it is a part of is stated and not nothing. */
  isUnsaid(key: string): boolean;
  /** What would follow if the author had not written it. */
  compute(fact: Fact): Resolved;
  /** Ways by which a fact follows from others, by structure and by rules, best first. */
  waysTo(fact: Fact): Iterable<Way>;
  /** Those that need no rule: last year's report, the structure of the tables, reports of units. */
  structuralWaysTo(fact: Fact): Iterable<Way>;
  /** Facts that are the same quantity by a rule. */
  equalsOf(fact: Fact): Fact[];
  /** What the terms of a way add up to, in the unit of `target`. */
  sum(way: Way, target: Fact): Sum;
  /** Facts of the economic detail inside functional lines, by code: 30201 of 2011101.明细.基本. */
  detailsByCode(container: Subject, nature: Measure): ReadonlyMap<string, readonly Fact[]>;
  /** The only line of a fund's container of which something of that nature was spent. */
  soleLine(container: Subject, nature: Measure): Subject | undefined;
  /** Something is stated in the block itself; funds inside it are blocks of their own. */
  isWritten(block: Subject): boolean;
  /** The rule at which computing was given up, if it was: the figures that it leads to are blocked. */
  readonly givenUp: string | undefined;
}

/** The classification lines of a container, in code order, with the levels that were not written. */
export interface Lines {
  readonly all: readonly Subject[];
  /** Lines without a parent among the lines: 类. */
  readonly top: readonly Subject[];
  /** Direct children by the parent's code. */
  readonly below: ReadonlyMap<string, readonly Subject[]>;
  /** The author wrote some of them here. */
  readonly written: boolean;
  /** Measures that some line or total of the container has. */
  readonly measures: ReadonlySet<Measure>;
}

export interface Term {
  fact: Fact;
  sign: 1 | -1;
}

/** An income that an 抵销 takes out, without a word of its line; and the lines that it may be of. */
export interface EliminatedIncome {
  fact: Fact;
  /** 上级补助: the column of 收入 按科目. */
  measure: Measure;
  lines: readonly Fact[];
}

/** One way in which a fact follows from others. */
export interface Way {
  /** Rule of the catalogue of checks that says so. */
  rule: string;
  terms: readonly Term[];
  /** The parts are lines of a classification, which may be listed without all their figures. */
  lines?: boolean;
  /** Paths that a rule adds up too, of which the report does not speak. */
  unspoken?: readonly string[];
}

/**
 * What a way yields. known: a value · blocked: something was left open ·
 * nothing: no part is known, or nothing of what would be subtracted from or added to; some may be 不适用.
 */
export type Sum =
  | { kind: 'known'; value: Decimal; spread: Decimal | Spread }
  | { kind: 'blocked'; missing: Fact[] }
  | { kind: 'nothing'; inapplicable?: readonly Fact[] };

/**
 * stated, derived: a value is known · none: 未发生, counts as 0 · unfilled: 未填, left open by the author ·
 * blocked: would follow from others if none of them were left open · inapplicable: 不适用 · absent: nobody says.
 */
export type ResolvedState =
  | 'stated'
  | 'derived'
  | 'unfilled'
  | 'none'
  | 'inapplicable'
  | 'absent'
  | 'blocked';

/** What is known of a fact: stated ?? derived. */
export interface Resolved {
  readonly state: ResolvedState;
  /** In the fact's unit, exact; present for stated and derived facts, and 0 for none. */
  readonly value?: Decimal;
  /** Ends of the interval that the value stands for. */
  readonly low?: Decimal;
  readonly high?: Decimal;
  /** Declared decimals of a stated value; undefined: exact or derived. */
  readonly decimals?: number;
  readonly statement?: Statement;
  /** What the value was computed from. */
  readonly terms?: readonly Term[];
  /** The rule by which it was computed. */
  readonly rule?: string;
  /** What keeps a blocked fact from being computed. */
  readonly missing?: readonly Fact[];
  /** Of an absent fact: what it would have been computed from, had it not been said not to arise. */
  readonly inapplicable?: readonly Fact[];
}
