import type { Finding } from '../../findings/finding.js';
import type { Report } from '../../model/report.js';
import type { RichText, TextPiece } from '../../model/rich-text.js';
import { createScope } from '../create-scope.js';
import { evaluate } from '../evaluate.js';
import type { Piece } from '../evaluated.js';
import { checkExpression } from '../names/expression-names.js';
import { enter, type Scope } from '../scope.js';
import { printed } from './evaluate-text.js';

/** A text of the author's, each of its holes read. */
export interface ReadText {
  text: RichText;
  pieces: readonly (WrittenPiece | ReadHole)[];
}

type WrittenPiece = TextPiece & { kind: 'text' };

export interface ReadHole {
  kind: 'hole';
  hole: TextPiece & { kind: 'hole' };
  /** What it gives; nothing where it cannot be understood. */
  printed: readonly Piece[];
  isMistaken: boolean;
}

/** The texts of a report, and what cannot be understood in their holes. */
export interface TextReading {
  texts: readonly ReadText[];
  findings: readonly Finding[];
}

/** Reads each hole of the author's texts once, for whoever checks them. */
export function readTexts({ base, texts, template }: Report): TextReading {
  const findings: Finding[] = [];
  const phrases = template?.phrases ?? new Map();
  const scope = createScope(base, (finding) => findings.push(finding), { phrases });
  return { texts: texts.map((text) => readText(text, enter(scope, text))), findings };
}

function readText(text: RichText, scope: Scope): ReadText {
  return {
    text,
    pieces: text.pieces.map((piece) => (piece.kind === 'text' ? piece : readHole(piece, scope))),
  };
}

/** Also what the hole does not come to must be known; what it prints depends on the rest alone. */
function readHole(hole: TextPiece & { kind: 'hole' }, scope: Scope): ReadHole {
  let isMistaken = false;
  const isNew: Scope['isNew'] = (rule, origin) => {
    isMistaken = true;
    return scope.isNew(rule, origin);
  };
  const noting = { ...scope, isNew };
  const pieces = printed(evaluate(hole.expression, noting), noting, hole.origin);
  const read: ReadHole = { kind: 'hole', hole, printed: pieces, isMistaken };
  checkExpression(hole.expression, scope);
  return read;
}
