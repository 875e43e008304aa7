import type { Finding } from '@fiscal/core';
import { offsetOf, safeEdits } from './safe-edits.js';

/** A text with all that can be mended in it without asking, and how many of its findings that were. */
export function mend(text: string, findings: readonly Finding[]): { text: string; mended: number } {
  let mended = 0;
  const changes = findings.flatMap((finding) => {
    const edits = safeEdits(finding, text);
    if (edits.length > 0) mended += 1;
    return edits.map(({ range, newText }) => ({
      start: offsetOf(range.start, text),
      end: offsetOf(range.end, text),
      newText,
    }));
  });
  // From the end, so that the places before stay where they are; of two that overlap the later is left alone.
  changes.sort((a, b) => b.start - a.start);
  let changed = text;
  let untouched = text.length;
  for (const { start, end, newText } of changes) {
    if (end > untouched) continue;
    changed = changed.slice(0, start) + newText + changed.slice(end);
    untouched = start;
  }
  return { text: changed, mended };
}
