import type { Run } from '../pdf/words.js';
import { type Piece, withWholeWords } from './pieces.js';

/** Words that stand further apart than this, in heights of a character, are not of one cell. */
const gap = 0.7;

/** Half of a character of usual size, in points. */
const unit = 5;

/** The words of a line of a page that gaps hold apart; places are counted in halves of usual characters. */
export function piecesOfRuns(runs: readonly Run[]): Piece[] {
  const pieces: Piece[] = [];
  const words = runs.filter(({ text }) => text.trim() !== '');
  for (const { text, x, width, height } of words) {
    const [left, right] = [x / unit, (x + width) / unit];
    const before = pieces.at(-1);
    if (before && (left - before.right) * unit < gap * height)
      pieces[pieces.length - 1] = {
        ...before,
        text: before.text + text,
        right: Math.max(right, before.right),
      };
    else pieces.push({ text: text.trim(), left, right });
  }
  return withWholeWords(pieces);
}
