import type { Expression } from './expression.js';
import type { Origin, Position } from './origin.js';

/** Text with holes, already dedented; Markdown where the place allows it. */
export interface RichText {
  pieces: TextPiece[];
  origin: Origin;
}

export type TextPiece =
  | { kind: 'text'; text: string; place?: TextPlace }
  | { kind: 'hole'; expression: Expression; origin: Origin };

/** Where the lines of a piece stand: the first at `start`, each further one a line below, behind `indentation`. */
export interface TextPlace {
  start: Position;
  indentation: number;
}

/** The place of a character of a piece, counted from its start. */
export function positionInText(text: string, { start, indentation }: TextPlace, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  if (line === 0) return { line: start.line, character: start.character + offset };
  const character = indentation + offset - before.lastIndexOf('\n') - 1;
  return { line: start.line + line, character };
}
