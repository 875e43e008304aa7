import type { Origin } from '../model/origin.js';
import type { Severity } from '../vocabulary/severity.js';

/**
 * One figure that takes part in a finding.
 * All numbers are exact decimals as strings, in `unit`.
 */
export interface Operand {
  /** What the report calls it: 一般公共预算财政拨款收入. */
  label: string;
  /** Canonical path, as an expression would write it. */
  path: string;
  value: string;
  /** Ends of the interval that the printed figure stands for. */
  low: string;
  high: string;
  unit: string;
  sign: 1 | -1;
  /** Computed from other figures, not written by the author. */
  derived: boolean;
  /** The statement's place; absent for derived figures. */
  origin?: Origin;
  /** Of a derived figure: what was written that it was computed from, through all that lies between. */
  sources?: Operand[];
}

/**
 * How one figure may have come to be wrong: the sign, two neighbouring digits changed places, the point moved by one
 * place, a line that the total leaves out or counts twice, a line that another table has and this one lacks, or
 * (alone) no way that can be named.
 */
export type SuspectKind =
  | 'sign'
  | 'transposed'
  | 'ten-times'
  | 'a-tenth'
  | 'superfluous'
  | 'twice'
  | 'missing'
  | 'alone';

/** A figure that, wrong in this way, explains the whole difference within rounding. */
export interface Suspect {
  kind: SuspectKind;
  /** The figure as it is written; of a missing line, where another table has it. */
  operand: Operand;
  /** What it would have to be; of a missing line the amount that is missing. */
  corrected: string;
}

/** What was found, as data; the wording is made from it by `messageOf`. `saying` is what the rule's author says. */
export type FindingData =
  | {
      kind: 'sum';
      title: string;
      total: Operand[];
      parts: Operand[];
      expected: string;
      actual: string;
      /** actual − expected. */
      difference: string;
      /** Largest |difference| that rounding explains. */
      tolerance: string;
      /** Ends of the differences that are explained, where figures were cut and the two are not alike. */
      allowance?: { least: string; most: string };
      /** The difference lies within the tolerance (尾差). */
      explained: boolean;
      unit: string;
      /** The parts may be listed in part only, and come to less than the total. */
      partial?: boolean;
      /** Single figures that explain the difference, the most telling first; at most three. */
      suspects?: Suspect[];
      /** Other relations that fail for the same cause. */
      consequences: string[];
      saying?: string;
    }
  | {
      kind: 'same';
      title: string;
      saying?: string;
      statements: Operand[];
      difference: string;
      unit: string;
    }
  | {
      kind: 'at-most';
      title: string;
      saying?: string;
      parts: Operand[];
      whole: Operand[];
      difference: string;
      unit: string;
      explained: boolean;
      /** The one figure that has its point in the wrong place, where there is one. */
      suspects?: Suspect[];
    }
  | {
      kind: 'ratio';
      title: string;
      form: 'share' | 'growth' | 'completion';
      ratio: Operand;
      numerator: Operand;
      denominator: Operand;
      expected: string;
      actual: string;
      difference: string;
      explained: boolean;
      /** The denominator is zero or its interval holds zero: no rate may be stated. */
      undefinedRate: boolean;
    }
  | { kind: 'tails'; title: string; tails: Finding[] }
  /** `missingText`: path of the text that the condition asks for; `member`: what of a list it speaks of. */
  | {
      kind: 'condition';
      title: string;
      operands: Operand[];
      text: string;
      saying?: string;
      missingText?: string;
      /** The text is asked of what only the units' reports write: how the report would, and what they say. */
      ofUnits?: { written: string; said: string[] };
      member?: string;
    }
  | { kind: 'name'; code: string; stated: string; official: string; confirmed: boolean; renamedIn?: string }
  /** `named`: the name beside it and the one code of the same 款 that bears that name. */
  | {
      kind: 'code';
      code: string;
      catalog: string;
      suggestions: string[];
      ownCatalog: boolean;
      named?: { name: string; code: string; isWritten: boolean };
    }
  | { kind: 'not-checked'; title: string; missing: MissingPart[] }
  /** `places`: where else the same slip was made. */
  | {
      kind: 'message';
      code: string;
      parameters: Record<string, string>;
      suggestions: string[];
      places?: Origin[];
    };

/**
 * What a relation needs and does not find: left open by the author (未填), said not to arise (不适用) beside what
 * does, or not written at all.
 */
export interface MissingPart {
  label: string;
  path: string;
  unfilled: boolean;
  inapplicable?: true;
  /** Something in it could not be read. */
  unread?: true;
  origin?: Origin;
}

/** One finding: rule id, exact place, and all that is needed to word, explain, mend or suppress it. */
export interface Finding {
  /** Stable id, never reused: I0103, C002, Z001. */
  rule: string;
  severity: Severity;
  origin: Origin;
  data: FindingData;
  /** Figures of which this rule fails for the same cause: who accepts it there accepts it here. */
  alike?: readonly Origin[];
}
