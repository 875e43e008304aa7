import type { Case } from './make-case.js';
import { wordsOf } from './words.js';

/** Whether a case still fails in the way that is looked for. */
export type StillFails = (candidate: Case) => Promise<boolean>;

/** More attempts than this tell the reader little. */
const mostAttempts = 600;

/** A smaller case that fails likewise: by leaving out lines, then words. */
export async function minimise(failing: Case, stillFails: StillFails): Promise<Case> {
  let attempts = 0;
  const fails: StillFails = async (candidate) => attempts++ < mostAttempts && stillFails(candidate);
  let best = failing;
  for (const before of ['', best.text])
    if (await fails({ ...best, before })) {
      best = { ...best, before };
      break;
    }
  for (const cut of [linesOf, wordsOf]) {
    const text = await reduced(best.text, cut, async (text) => fails({ ...best, text }));
    best = { ...best, text };
    const before = await reduced(best.before, cut, async (before) => fails({ ...best, before }));
    best = { ...best, before };
  }
  return best;
}

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

/** Leaves out ever smaller runs of pieces for as long as the rest fails. */
async function reduced(
  text: string,
  cut: (text: string) => string[],
  fails: (text: string) => Promise<boolean>,
): Promise<string> {
  let pieces = cut(text);
  for (let size = pieces.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < pieces.length; ) {
      const fewer = pieces.toSpliced(at, size);
      if (fewer.length < pieces.length && (await fails(fewer.join('')))) pieces = fewer;
      else at += size;
    }
  return pieces.join('');
}
