import type { Decimal } from '../number/decimal.js';
import type { RichText } from './rich-text.js';
import type { Origin } from './origin.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '=' | '≠' | '<' | '≤' | '>' | '≥';
export type LogicalOperator = '且' | '或';

export interface PathSegment {
  name: string;
  origin: Origin;
}

/** The one expression language: in text, templates, tables, charts and rules. */
export type Expression =
  | { kind: 'number'; value: Decimal; unit?: string; origin: Origin }
  | { kind: 'text'; text: string; origin: Origin }
  /** A text with holes, as in a table cell: "【类.编码】". */
  | { kind: 'rich'; text: RichText; origin: Origin }
  | { kind: 'path'; segments: PathSegment[]; origin: Origin }
  | {
      kind: 'binary';
      operator: ArithmeticOperator | ComparisonOperator | LogicalOperator;
      left: Expression;
      right: Expression;
      origin: Origin;
    }
  | { kind: 'unary'; operator: '-' | '非'; operand: Expression; origin: Origin }
  /** (收入.事业收入 收入.经营收入): one after another. */
  | { kind: 'list'; values: Expression[]; origin: Origin }
  | {
      kind: 'filter';
      operand: Expression;
      name: string;
      nameOrigin: Origin;
      arguments: Expression[];
      origin: Origin;
    };
