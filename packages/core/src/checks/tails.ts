import type { Subject } from '../facts/subject.js';
import type { Finding } from '../findings/finding.js';
import { blockLabel, blockSubject } from './block.js';
import type { Judged } from './relation.js';
import { relationFinding, type Corrections } from './relation-finding.js';

/** Differences that rounding explains. */
export const tails = 'U010';

/** U010 尾差: one note for each block of the report, with all its tails. */
export function* tailFindings(explained: readonly Judged[], corrections: Corrections): Generator<Finding> {
  const blocks = new Map<Subject, Finding[]>();
  for (const judged of explained) {
    const block = blockSubject(judged.relation.left[0]!.fact);
    const tail = relationFinding(judged, [], corrections);
    if (!blocks.get(block)?.push(tail)) blocks.set(block, [tail]);
  }
  for (const [block, all] of blocks) {
    const data = { kind: 'tails' as const, title: blockLabel(block), tails: all };
    yield { rule: tails, severity: 'information', origin: all[0]!.origin, data };
  }
}
