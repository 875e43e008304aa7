import type { FactBase } from '../model/fact-base.js';
import { positionInText, type RichText, type TextPiece } from '../model/rich-text.js';
import type { Subject } from '../model/subject.js';
import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';

/** Y006: paragraphs that stand in last year's report word for word, and speak of that year. */
export function* copiedTextFindings(base: FactBase): Generator<Finding> {
  if (!base.prior) return;
  const year = `${base.prior.year}`;
  // 于 2022 年 3 月组建 is as true a year later; what happened in the year itself is not this year's.
  const dated = new RegExp(
    `(?<=^\\s*|[。；]\\s*|截至\\s*)${year}(?=\\s*年(?!\\s*\\d{1,2}\\s*月)|\\s*年\\s*12\\s*月\\s*31)|${year}(?=\\s*年度)`,
  );
  for (const [text, before] of textsOfBoth(base.root, base.prior.root)) {
    const old = new Set(linesOf(before).map(({ line }) => line));
    const copied = linesOf(text).find(({ line }) => old.has(line) && line.search(dated) >= 0);
    if (!copied) continue;
    const start = copied.start + copied.line.search(dated);
    yield newMessage('Y006', originOf(text, copied.piece, start, year.length), 'copied-year', {
      found: year,
    });
  }
}

/** What both years have a text of; a reason is told as such (Y005). */
function* textsOfBoth(now: Subject, before: Subject): Generator<[RichText, RichText]> {
  for (const [name, text] of now.texts) {
    const old = before.texts.get(name);
    if (old && !name.endsWith('原因')) yield [text, old];
  }
  for (const [name, child] of now.children) {
    const old = before.children.get(name);
    if (old) yield* textsOfBoth(child, old);
  }
}

type Typed = Extract<TextPiece, { kind: 'text' }>;

/** The lines that were typed, and where each begins in its piece. */
function linesOf({ pieces }: RichText): { piece: Typed; line: string; start: number }[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'text') return [];
    let start = 0;
    return piece.text.split('\n').map((line) => {
      const found = { piece, line, start };
      start += line.length + 1;
      return found;
    });
  });
}

function originOf({ origin }: RichText, { text, place }: Typed, start: number, length: number) {
  if (!place) return origin;
  const at = (offset: number) => positionInText(text, place, offset);
  return { uri: origin.uri, range: { start: at(start), end: at(start + length) } };
}
