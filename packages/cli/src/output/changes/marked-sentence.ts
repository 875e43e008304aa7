import type { Piece } from '@fiscal/compare';

const tags: Record<Piece['kind'], [string, string]> = {
  same: ['', ''],
  added: ['<ins>', '</ins>'],
  removed: ['<del>', '</del>'],
};

/** A sentence with its changed words marked, as HTML and Markdown take it. */
export function markedSentence(pieces: readonly Piece[], escape: (text: string) => string): string {
  return pieces.map(({ kind, text }) => tags[kind].join(escape(text))).join('');
}
