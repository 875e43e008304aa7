import type { Severity } from '../vocabulary/severity.js';
import type { Expression } from './expression.js';
import type { Origin } from './origin.js';
import type { RichText } from './rich-text.js';

/**
 * `=` a sum against its parts, `同` the same quantity stated twice, the others as in arithmetic; `成立`: what stands on
 * the left is a condition itself, and the right is an empty list.
 */
export type RuleOperator = '=' | '同' | '≠' | '<' | '≤' | '>' | '≥' | '成立';

export interface RuleStatement {
  operator: RuleOperator;
  left: Expression;
  right: Expression;
  /** What is told where it does not hold, instead of the words of the rule. */
  saying?: RichText;
  origin: Origin;
}

/** A check written in the language: the standard ones ship in the library, a department may add its own. */
export interface Rule {
  id: string;
  title: string;
  severity: Severity;
  basis?: string;
  /** Evaluated only where this holds. */
  when?: Expression;
  /** Evaluated once for every member of a list. */
  forEach?: { variable: string; list: Expression };
  /** What is told where a statement does not hold that has no words of its own. */
  saying?: RichText;
  statements: RuleStatement[];
  /** As its author wrote it, for those who compare versions; of the library's nothing. */
  written?: string;
  origin: Origin;
}
