import type { Fact } from '../../model/fact.js';
import type { Decimal } from '../../number/decimal.js';
import type { Origin } from '../../model/origin.js';
import type { Finding } from '../../findings/finding.js';
import { resolveFact } from '../../knowledge/ask.js';
import { mayBeNegative } from '../negative.js';
import { isPartial, weightOf } from '../relations/relation-severity.js';
import type { Judged } from '../relations/relation.js';
import { causeFinding, consequenceOf, relationFinding } from '../relations/relation-finding.js';
import { type Cause, causesOf, hasHeld } from './cause.js';
import { type Cluster, clustersOf, type Failed } from './clusters.js';
import { Dependants } from './dependants.js';
import { type Coefficients, leavesOf } from './leaves.js';
import { joinLackingDetails, lackingDetail } from './lacking-details.js';
import { orderSuspects } from './order-suspects.js';
import { doubtfulSlips, mostSuspects, suspectsOf } from './suspects.js';

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

interface Solved {
  cluster: Cluster;
  /** Figures each of which alone explains the cluster; none where they are many. */
  candidates: readonly Cause[];
  cause: Cause | undefined;
}

/** One root cause, one finding: what depends on a wrong figure, or on one that is stated in two ways, stays silent. */
export function diagnose(all: readonly Judged[], contradictory: ReadonlySet<Fact>): Diagnosis {
  const failed = all.filter((judged) => !hasHeld(judged));
  const explained = all.filter(({ outcome }) => outcome === 'explained');
  if (failed.length === 0)
    return { findings: [], doubtful: contradictory, corrections: new Map(), explained };
  const dependants = new Dependants(all);
  const solved = solve(failed, dependants, contradictory);
  const causes = solved.flatMap(({ cause }) => cause ?? []);
  const corrections = new Map(causes.map(({ fact, correction }) => [fact, correction]));
  const { mended, changed } = mendedBy(causes, dependants);
  const told = solved.filter(
    ({ cluster, cause }) => cause || !cluster.every(({ judged }) => mended.has(judged)),
  );
  const doubtful = new Set([...contradictory, ...told.flatMap(suspects)]);
  const failedOrders = failed.filter(isOrder);
  const slips = failedOrders.length === 0 ? [] : told.flatMap((one) => slipsOf(one, dependants));
  const orders = ordersToTell(failedOrders, new Set([...doubtful, ...slips]));
  return {
    findings: [
      ...told.map((one) => tell(one, changed, corrections, dependants)),
      ...orders.map((judged) => relationFinding(judged, [], undefined, orderSuspects(judged))),
    ],
    doubtful,
    corrections,
    explained: [...explained, ...[...mended.values()].filter(({ difference }) => !difference.isZero())],
  };
}

function solve(
  failed: readonly Judged[],
  dependants: Dependants,
  contradictory: ReadonlySet<Fact>,
): Solved[] {
  const equalities = failed.filter((judged) => !isOrder(judged)).map(withLeaves);
  const certain = equalities.filter(({ leaves }) => !restsOnAny(leaves, contradictory));
  const wrong = new Set(certain.filter((one) => !isPartial(one.judged)).flatMap(leafFacts));
  return joinLackingDetails(clustersOf(certain)).flatMap((cluster) => {
    if (cluster.every(({ judged }) => isPartial(judged)))
      return cluster.filter((one) => tellsOfParts(one, wrong)).map(asNote);
    const candidates = causesOf(cluster, dependants, mostSuspects + 1);
    const [first, ...others] = candidates;
    return {
      cluster,
      candidates: candidates.length > mostSuspects ? [] : candidates,
      cause: others.length === 0 ? first : undefined,
    };
  });
}

/** What may be listed in part is not wrong for being less: it says of no figure what it should be. */
function asNote(one: Failed): Solved {
  return { cluster: [one], candidates: [], cause: undefined };
}

/** All that it rests on is as it stands: nothing is known to be wrong, and nothing is taken off that is not spent. */
function tellsOfParts({ leaves }: Failed, wrong: ReadonlySet<Fact>): boolean {
  const isBelowZero = (fact: Fact) => resolveFact(fact).value?.isNegative() && !mayBeNegative(fact.key);
  return [...leaves.keys()].every((fact) => !wrong.has(fact) && !isBelowZero(fact));
}

function leafFacts({ leaves }: Failed): Fact[] {
  return [...leaves.keys()];
}

function isOrder({ relation }: Judged): boolean {
  return relation.mode === 'at-most';
}

/** Of bounds that rest on a figure in common the first is told, the one of the fewest figures. */
function ordersToTell(orders: readonly Judged[], doubtful: ReadonlySet<Fact>): Judged[] {
  const certain = orders.map(withLeaves).filter(({ leaves }) => !restsOnAny(leaves, doubtful));
  const taken = new Set<Fact>();
  const told = certain.sort(
    (a, b) => Number(isBounded(a)) - Number(isBounded(b)) || a.leaves.size - b.leaves.size,
  );
  return told
    .filter((one) => {
      if (isBounded(one) && restsOnAny(one.leaves, taken)) return false;
      for (const fact of one.leaves.keys()) taken.add(fact);
      return true;
    })
    .map(({ judged }) => judged);
}

function isBounded({ judged: { relation } }: Failed): boolean {
  return relation.bounded === true;
}

function withLeaves(judged: Judged): Failed {
  return { judged, leaves: leavesOf(judged) };
}

export function restsOnAny(leaves: Coefficients, facts: ReadonlySet<Fact>): boolean {
  for (const fact of facts) if (leaves.has(fact)) return true;
  return false;
}

/** A relation that is wrong beside another cause is told as it is once that one is mended. */
function tell(
  { cluster, cause, candidates }: Solved,
  changed: ReadonlyMap<Judged, Judged>,
  corrections: ReadonlyMap<Fact, Decimal>,
  dependants: Dependants,
): Finding {
  const told = cause?.source ?? lackingDetail(cluster)?.detail ?? mostTelling(cluster);
  const others = cluster.filter(({ judged }) => judged !== told);
  const consequences = others.map(({ judged }) => consequenceOf(judged, cause?.fact));
  const rest = changed.get(told);
  const suspects = () => suspectsOf(told, cluster, cause ? [] : candidates, dependants);
  const finding = cause
    ? causeFinding(cause, consequences, suspects())
    : relationFinding(rest ?? told, consequences, rest && corrections, rest ? [] : suspects());
  return { ...finding, alike: cluster.flatMap(({ judged }) => placesOfRule(told.relation.rule, judged)) };
}

/** A figure that is told as it should be has no place of its own in the finding. */
function placesOfRule(rule: string, { relation }: Judged): Origin[] {
  if (relation.rule !== rule) return [];
  return relation.left.flatMap(({ fact }) => fact.statements.map(({ origin }) => origin));
}

/** Of those that weigh most, a total that the author wrote, made of the fewest figures, is looked through first. */
function mostTelling(cluster: Cluster): Judged {
  const isWritten = ({ judged }: Failed) =>
    judged.relation.left.every(({ fact }) => fact.statements.length > 0);
  const weight = Math.min(...cluster.map(({ judged }) => weightOf(judged)));
  const heaviest = cluster.filter(({ judged }) => weightOf(judged) === weight);
  const written = heaviest.filter(isWritten);
  const candidates = written.length > 0 ? written : heaviest;
  return candidates.reduce((a, b) => (b.leaves.size < a.leaves.size ? b : a)).judged;
}

/** Figures on which nothing further should be built: the cause, else the totals that fail. */
function suspects({ cluster, cause }: Solved): Fact[] {
  return cause ? [cause.fact] : cluster.flatMap(({ judged }) => judged.relation.left.map(({ fact }) => fact));
}

/** 6.02 for 6.20 in a sum: what is less than 6.20 elsewhere is wrong for the same cause. */
function slipsOf({ cluster, cause }: Solved, dependants: Dependants): Fact[] {
  if (cause) return [];
  const told = lackingDetail(cluster)?.detail ?? mostTelling(cluster);
  return doubtfulSlips(told, cluster, dependants);
}

interface Mended {
  /** Failed relations that hold once all wrong figures are mended, as they are then. */
  mended: Map<Judged, Judged>;
  /** Those that fail in another way then. */
  changed: Map<Judged, Judged>;
}

function mendedBy(causes: readonly Cause[], dependants: Dependants): Mended {
  const differences = new Map<Judged, Decimal>();
  for (const { fact, correction } of causes)
    for (const [judged, coefficient] of dependants.effectOf(fact)) {
      const difference = differences.get(judged) ?? judged.difference;
      if (!hasHeld(judged)) differences.set(judged, difference.plus(coefficient.times(correction)));
    }
  const mended: Mended = { mended: new Map(), changed: new Map() };
  for (const [judged, difference] of differences) {
    if (judged.explains(difference)) mended.mended.set(judged, judged.mended(difference));
    else mended.changed.set(judged, judged.mended(difference, 'differ'));
  }
  return mended;
}
