import { formatPlain } from '../../number/format.js';
import type { Evaluated, Piece } from '../evaluated.js';

/** The value as plain words, for comparison, codes and arguments; undefined for what has no words. */
export function wordsOf(value: Evaluated): string | undefined {
  switch (value.kind) {
    case 'text':
      return value.pieces.map(wordsOfPiece).join('');
    case 'figure':
      return value.value ? formatPlain(value.value) : '';
    case 'subject':
      return value.subject.label;
    case 'absent-subject':
      return value.name;
    case 'entry':
      return value.entry.name;
    case 'missing':
      return '';
    default:
      return undefined;
  }
}

function wordsOfPiece(piece: Piece): string {
  if (piece.kind === 'text') return piece.text;
  return piece.figure.value ? formatPlain(piece.figure.value) : '';
}
