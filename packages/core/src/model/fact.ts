import type { Decimal } from '../number/decimal.js';
import { finalAccounts, type Measure } from '../vocabulary/measures.js';
import type { Origin } from './origin.js';
import { pathBelow } from './path.js';
import type { Subject } from './subject.js';

/**
 * Missing is not zero: an author may give a figure, leave it open (未填), say that nothing happened (未发生)
 * or that the question does not arise (不适用).
 */
export type StatementState = 'value' | 'unfilled' | 'none' | 'inapplicable';

/** One place where the author says what a fact is. */
export interface Statement {
  state: StatementState;
  /** In the fact's unit; present exactly when `state` is 'value'. */
  value?: Decimal;
  /**
   * Digits after the point that the declared precision gives the figure, in the fact's unit;
   * undefined: exact (written in 元).
   */
  decimals?: number;
  /** Further digits were cut off, not rounded. */
  truncated?: true;
  /** It was told when it was read that this is hardly what is meant: what comes of it is no fault of its own. */
  isDoubtful?: true;
  origin: Origin;
}

/** One quantity of the report: a subject, a measure, in one unit with declared decimals. */
export interface Fact {
  readonly subject: Subject;
  readonly measure: Measure;
  /** Subject path and measure; 决算 is left unsaid: 收入.总计, 收入.总计.上年. */
  readonly key: string;
  readonly unit: string;
  /** Declared decimals in `unit`. */
  readonly decimals: number;
  readonly statements: Statement[];
}

/** Somebody says that it came to something, or leaves it open. */
export function saysSome(statements: readonly Statement[]): boolean {
  return statements.some(({ state, value }) => state === 'unfilled' || value?.isZero() === false);
}

/** A fact of which nothing is stated yet; without a unit it is money of the report's. */
export function createFact(subject: Subject, measure: Measure, unit?: string, decimals?: number): Fact {
  const { moneyUnit, decimals: decimalsOfMoney } = subject.base;
  return {
    subject,
    measure,
    key: measure === finalAccounts ? subject.path : pathBelow(subject.path, measure),
    unit: unit ?? moneyUnit,
    decimals: decimals ?? (unit === undefined || unit === moneyUnit ? decimalsOfMoney : 0),
    statements: [],
  };
}
