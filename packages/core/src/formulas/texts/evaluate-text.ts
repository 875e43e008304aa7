import type { RichText } from '../../model/rich-text.js';
import type { Origin } from '../../model/origin.js';
import { type Evaluated, type Piece, type TextValue, unknown } from '../evaluated.js';
import { evaluate } from '../evaluate.js';
import { toFigure } from '../figures.js';
import { reportCircle, reportTooManyTexts, reportWrongKind } from '../problems.js';
import { pathNames } from '../../model/path.js';
import { isComparative } from '../../vocabulary/measures.js';
import { enter, mayEnter, type Scope } from '../scope.js';

/** The text with its holes filled: words and figures, in order. */
export function evaluateText(text: RichText, scope: Scope): Piece[] {
  return text.pieces.flatMap((piece): Piece[] =>
    piece.kind === 'text'
      ? [{ kind: 'text', text: piece.text, authored: false }]
      : printed(evaluate(piece.expression, scope), scope, piece.origin),
  );
}

/** A text of the author: it sees the report, none of the variables where it is used, and not itself. */
export function evaluateAuthored(text: RichText, scope: Scope): Evaluated {
  if (scope.active.has(text)) {
    reportCircle(scope, text.origin);
    return unknown;
  }
  if (!mayEnter(scope)) {
    reportTooManyTexts(scope, text.origin);
    return unknown;
  }
  const pieces = evaluateText(text, enter(scope, text));
  return {
    kind: 'text',
    pieces: pieces.map((piece) => authored(scope.forPrint ? asKnown(piece) : piece, text)),
    origin: text.origin,
  } satisfies TextValue;
}

/** What a value looks like in running text; a bare subject is its 决算. */
export function printed(value: Evaluated, scope: Scope, origin: Origin): Piece[] {
  switch (value.kind) {
    case 'text':
      return value.pieces;
    case 'missing':
      return [];
    case 'figure':
    case 'subject':
    case 'absent-subject':
      return [{ kind: 'figure', figure: toFigure(value, scope, origin)! }];
    case 'entry':
      return [{ kind: 'text', text: value.entry.name, authored: false }];
    default:
      reportWrongKind(scope, origin, 'text', value);
      return [];
  }
}

/** 【会议费.上年】 of which nobody wrote 上年: what an author asks for is not taken to have been none. */
function asKnown(piece: Piece): Piece {
  if (piece.kind !== 'figure' || piece.figure.state !== 'absent' || piece.figure.path === undefined)
    return piece;
  const isOfOtherYear = isComparative(pathNames(piece.figure.path).at(-1)!);
  return isOfOtherYear ? { ...piece, figure: { ...piece.figure, state: 'unfilled' } } : piece;
}

/** A text that is set into another one stays itself, and is printed with it. */
function authored(piece: Piece, text: RichText): Piece {
  const from = [...(piece.from ?? []), text];
  return piece.kind === 'text' ? { ...piece, authored: true, from } : { ...piece, from };
}
