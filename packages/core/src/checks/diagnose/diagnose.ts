import type { Fact } from '../../facts/fact.js';
import type { Decimal } from '../../number/decimal.js';
import type { Finding } from '../../findings/finding.js';
import type { Judged } from '../relation.js';
import { causeFinding, consequenceOf, relationFinding } from '../relation-finding.js';
import { type Cause, causeOf, hasHeld, isWithin } from './cause.js';
import { type Cluster, clustersOf, type Failed } from './clusters.js';
import { Dependants } from './dependants.js';
import { type Coefficients, leavesOf } from './leaves.js';

export interface Diagnosis {
  /** One for each cause. */
  findings: Finding[];
  /** Stated facts on which nothing further should be built: wrong, perhaps wrong, or contradictory. */
  doubtful: ReadonlySet<Fact>;
  /** Figures that must be wrong, with what is to be added to them. */
  corrections: ReadonlyMap<Fact, Decimal>;
  /** Relations that hold within rounding, those among them that only hold once the wrong figures are mended. */
  explained: Judged[];
}

/** One root cause, one finding: what depends on a wrong figure, or on one that is stated in two ways, stays silent. */
export function diagnose(all: readonly Judged[], contradictory: ReadonlySet<Fact>): Diagnosis {
  const failed = all.filter((judged) => !hasHeld(judged));
  const explained = all.filter(({ outcome }) => outcome === 'explained');
  if (failed.length === 0)
    return { findings: [], doubtful: contradictory, corrections: new Map(), explained };
  const dependants = new Dependants(all);
  const equalities = failed.filter(({ relation }) => relation.mode !== 'at-most').map(withLeaves);
  const certain = equalities.filter(({ leaves }) => !restsOnAny(leaves, contradictory));
  const solved = clustersOf(certain).map((cluster) => ({ cluster, cause: causeOf(cluster, dependants) }));
  const causes = solved.flatMap(({ cause }) => cause ?? []);
  const findings = solved.map(({ cluster, cause }) => tell(cluster, cause));
  const doubtful = new Set([...contradictory, ...solved.flatMap(suspects)]);
  const orders = failed.filter(({ relation }) => relation.mode === 'at-most').map(withLeaves);
  const ownOrders = orders.filter(({ leaves }) => !restsOnAny(leaves, doubtful));
  findings.push(...ownOrders.map(({ judged }) => relationFinding(judged)));
  const tails = [...explained, ...mended(causes, dependants)];
  return { findings, doubtful, corrections: correctionsOf(causes), explained: tails };
}

function withLeaves(judged: Judged): Failed {
  return { judged, leaves: leavesOf(judged) };
}

export function restsOnAny(leaves: Coefficients, facts: ReadonlySet<Fact>): boolean {
  for (const fact of facts) if (leaves.has(fact)) return true;
  return false;
}

function tell(cluster: Cluster, cause: Cause | undefined): Finding {
  const told = cause?.source ?? cluster[0]!.judged;
  const consequences = cluster
    .filter(({ judged }) => judged !== told)
    .map(({ judged }) => consequenceOf(judged));
  return cause ? causeFinding(cause, consequences) : relationFinding(told, consequences);
}

/** Figures on which nothing further should be built: the cause, else the total that the finding is told at. */
function suspects({ cluster, cause }: { cluster: Cluster; cause: Cause | undefined }): Fact[] {
  return cause ? [cause.fact] : cluster.flatMap(({ judged }) => judged.relation.left.map(({ fact }) => fact));
}

function correctionsOf(causes: readonly Cause[]): Map<Fact, Decimal> {
  return new Map(causes.map(({ fact, correction }) => [fact, correction]));
}

/** Failed relations that hold within rounding, not exactly, once a wrong figure is mended. */
function mended(causes: readonly Cause[], dependants: Dependants): Judged[] {
  return causes.flatMap(({ fact, correction }) =>
    [...dependants.effectOf(fact)].flatMap(([judged, coefficient]) => {
      const difference = judged.difference.plus(coefficient.times(correction));
      if (hasHeld(judged) || difference.isZero() || !isWithin(judged, difference)) return [];
      return [{ ...judged, ...sidesAfter(judged, difference), outcome: 'explained' as const }];
    }),
  );
}

/** The side that the author stated stays; the other moves. */
function sidesAfter({ left }: Judged, difference: Decimal): Pick<Judged, 'left' | 'right' | 'difference'> {
  return { left, right: left.minus(difference), difference };
}
