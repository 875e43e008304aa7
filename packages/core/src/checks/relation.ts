import type { Fact } from '../facts/fact.js';
import { resolveFact, sumOfWay } from '../facts/resolve.js';
import { Known } from '../facts/resolved.js';
import type { Term } from '../facts/structure.js';
import { inUnitOf, type Sum } from '../facts/sum-of-terms.js';
import type { Severity } from '../findings/finding.js';
import { compareSame, compareWithin, type Figure, type Outcome } from '../number/compare.js';
import type { Decimal } from '../number/decimal.js';
import { roundingInterval } from '../number/interval.js';
import { shiftBetween } from '../number/unit.js';
import type { Origin } from '../origin.js';

/** How facts hang together: Σ left = Σ right, one quantity stated twice, or Σ left ≤ Σ right. */
export interface Relation {
  rule: string;
  title: string;
  severity: Severity;
  mode: 'sum' | 'same' | 'at-most';
  left: readonly Term[];
  right: readonly Term[];
  /** The right side are lines of a classification. */
  lines?: boolean;
  /** Severity when the parts are less than the total, where they may be listed in part. */
  shortfall?: Severity;
  /** Place of last resort, when no figure of the left side was written. */
  origin: Origin;
}

/** A relation whose sides are both known. */
export interface Judged {
  relation: Relation;
  outcome: Outcome;
  /** Left − right, in `unit`. */
  difference: Decimal;
  tolerance: Decimal;
  left: Decimal;
  right: Decimal;
  unit: string;
}

export type Judgement = Judged | { relation: Relation; missing: readonly Fact[] } | undefined;

export function isJudged(judgement: Judgement): judgement is Judged {
  return judgement !== undefined && 'outcome' in judgement;
}

/** Compares the two sides; undefined when nothing is known of one, `missing` when something was left open. */
export function judge(relation: Relation): Judgement {
  const target = (relation.left[0] ?? relation.right[0])?.fact;
  if (!target) return undefined;
  const left = sumOfWay({ rule: relation.rule, terms: [...relation.left] }, target);
  if (left.kind === 'nothing') return undefined;
  const { lines = false } = relation;
  const right = sumOfWay({ rule: relation.rule, terms: [...relation.right], lines }, target);
  if (right.kind === 'nothing') return undefined;
  if (left.kind === 'blocked' && right.kind === 'blocked') return undefined;
  if (left.kind === 'blocked' || right.kind === 'blocked')
    return { relation, missing: missingOf(left, right) };
  return compare(relation, left, right, target);
}

type KnownSum = Extract<Sum, { kind: 'known' }>;

function compare(relation: Relation, left: KnownSum, right: KnownSum, target: Fact): Judged {
  const sides = { relation, left: left.value, right: right.value, unit: target.unit };
  const tolerance = left.radius.plus(right.radius);
  if (relation.mode === 'at-most') return { ...sides, ...compareOrder(left.value, right.value, tolerance) };
  const same = relation.mode === 'same' ? statedTwice(relation, target) : undefined;
  const verdict = same ? compareSame(...same) : compareWithin(left.value, right.value, tolerance);
  return { ...sides, outcome: verdict.outcome, difference: verdict.difference, tolerance: verdict.tolerance };
}

function compareOrder(
  left: Decimal,
  right: Decimal,
  tolerance: Decimal,
): Pick<Judged, 'outcome' | 'difference' | 'tolerance'> {
  const difference = left.minus(right);
  if (difference.lte(0)) return { outcome: 'agree', difference, tolerance };
  return { outcome: difference.lte(tolerance) ? 'explained' : 'differ', difference, tolerance };
}

/** Both sides as printed figures, when each is one figure that the author wrote. */
function statedTwice({ left, right }: Relation, target: Fact): [Figure, Figure] | undefined {
  const [a, b] = [onlyFigure(left, target), onlyFigure(right, target)];
  return a && b && [a, b];
}

function onlyFigure([term, ...others]: readonly Term[], target: Fact): Figure | undefined {
  if (!term || term.sign !== 1 || others.length > 0) return undefined;
  const known = resolveFact(term.fact);
  return known instanceof Known && known.state !== 'derived' ? figureIn(target, term.fact, known) : undefined;
}

function figureIn(target: Fact, fact: Fact, known: Known): Figure {
  const shift = shiftBetween(fact.unit, target.unit) ?? 0;
  if (shift === 0) return known;
  const { value } = inUnitOf(target, fact, known);
  const decimals = known.decimals === undefined ? undefined : known.decimals + shift;
  return { value, ...roundingInterval(value, decimals), ...(decimals !== undefined && { decimals }) };
}

function missingOf(...sums: Sum[]): Fact[] {
  return [...new Set(sums.flatMap((sum) => (sum.kind === 'blocked' ? sum.missing : [])))];
}
