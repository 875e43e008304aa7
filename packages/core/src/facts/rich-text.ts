import type { Expression } from '../formulas/expression.js';
import type { Origin } from '../origin.js';

/** Text with holes, already dedented; Markdown where the place allows it. */
export interface RichText {
  pieces: TextPiece[];
  origin: Origin;
}

export type TextPiece =
  | { kind: 'text'; text: string }
  | { kind: 'hole'; expression: Expression; origin: Origin };
