import type { Subject } from '../../model/subject.js';
import type { Finding } from '../../findings/finding.js';
import { compareOrigins } from '../../model/origin.js';
import { blockLabel, blockSubject } from '../../knowledge/block.js';
import type { Term } from '../../model/knowledge.js';
import type { Judged } from './relation.js';
import { relationFinding, type Corrections } from './relation-finding.js';
import { newFinding } from '../../findings/new-finding.js';
import type { RuleId } from '../../vocabulary/rules.zh.js';

/** Differences that rounding explains. */
export const tails = 'U010' satisfies RuleId;

/** A difference of what was only computed is told where the figures were written. */
function isOwn({ relation: { left, right } }: Judged): boolean {
  const isStated = ({ fact }: Term) => fact.statements.length > 0;
  return left.some(isStated) || (right.length === 1 && right.every(isStated));
}

/** U010 尾差: one note for each block of the report, with all its tails. */
export function* tailFindings(explained: readonly Judged[], corrections: Corrections): Generator<Finding> {
  const blocks = new Map<Subject, Finding[]>();
  for (const judged of explained.filter(isOwn)) {
    // A total that is wrong is told already; what rounding would leave of it is no news.
    if (judged.relation.left.some(({ fact }) => corrections.has(fact))) continue;
    const block = blockSubject(judged.relation.left[0]!.fact);
    const tail = relationFinding(judged, [], corrections);
    if (!blocks.get(block)?.push(tail)) blocks.set(block, [tail]);
  }
  for (const [block, all] of blocks) {
    all.sort((a, b) => compareOrigins(a.origin, b.origin));
    const told = withoutRepetitions(all);
    const data = { kind: 'tails' as const, title: blockLabel(block), tails: told };
    yield newFinding(tails, told[0]!.origin, data);
  }
}

/** A total of lines and of columns at once leaves the same rest both times. */
function withoutRepetitions(all: readonly Finding[]): Finding[] {
  const key = ({ origin, data }: Finding) =>
    JSON.stringify([origin, 'difference' in data && data.difference]);
  return [...new Map(all.map((tail) => [key(tail), tail] as const).reverse()).values()].reverse();
}
