import type { Piece } from '../evaluated.js';

const ending = /[。；;，,、]+\s*$/;
const punctuation = /^\s*[。；，、：！？,;:!?]/;

/** An author's sentence inside another one gives up the mark at its end, where the template goes on with its own. */
export function settlePunctuation(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'text' || !piece.authored || !startsWithPunctuation(pieces.slice(index + 1)))
      return piece;
    return { ...piece, text: piece.text.replace(ending, '') };
  });
}

/** Whether the first piece that says anything starts with a punctuation mark. */
function startsWithPunctuation(following: readonly Piece[]): boolean {
  const next = following.find((piece) => piece.kind === 'figure' || piece.text !== '');
  return next?.kind === 'text' && punctuation.test(next.text);
}
