import { blockOf } from '../../knowledge/aggregates.js';
import { linesOf, childAt } from '../../knowledge/ask.js';
import { detailOfLine, rulesAcrossLines } from '../../knowledge/structure-rules.js';
import type { Subject } from '../../model/subject.js';
import type { Judged } from '../relations/relation.js';
import type { Cluster } from './clusters.js';

/** The economic detail of a functional line that lacks a line, and that line in 基本支出 or 项目支出. */
export interface LackingDetail {
  detail: Judged;
  line: Subject;
}

/**
 * A line that is missing in the detail of one functional line leaves that line and the economic one with the same
 * rest, though no written figure is common to both.
 */
export function joinLackingDetails(clusters: readonly Cluster[]): Cluster[] {
  const joined = [...clusters];
  for (const cluster of clusters) {
    if (!cluster.some(({ judged }) => judged.relation.rule === detailOfLine)) continue;
    const other = joined.find((one) => one !== cluster && lackingDetail([...cluster, ...one]) !== undefined);
    if (!other || lackingDetail(cluster) || !joined.includes(cluster)) continue;
    joined.splice(joined.indexOf(other), 1);
    joined.splice(joined.indexOf(cluster), 1, [...cluster, ...other]);
  }
  return joined;
}

/** The detail in which a line is missing that, written there, would mend it and the table of economic lines too. */
export function lackingDetail(cluster: Cluster): LackingDetail | undefined {
  const all = cluster.map(({ judged }) => judged);
  const details = all.filter(({ relation }) => relation.rule === detailOfLine);
  const across = all.filter(({ relation }) => rulesAcrossLines.has(relation.rule));
  for (const detail of details)
    for (const economic of across) {
      const line = leaveSameRest(detail, economic) ? lackedLine(detail, economic) : undefined;
      if (line) return { detail, line };
    }
  return undefined;
}

function leaveSameRest(a: Judged, b: Judged): boolean {
  if (!a.difference.isPositive() || a.unit !== b.unit) return false;
  return a.difference.minus(b.difference).abs().lte(a.tolerance.plus(b.tolerance));
}

/** The written line on the lowest level of the economic table that the detail lacks and that the rest may be of. */
function lackedLine(detail: Judged, economic: Judged): Subject | undefined {
  const written = detail.relation.right[0]?.fact.subject.parent;
  const { subject } = economic.relation.left[0]!.fact;
  const table = subject.parent;
  if (!written || !table?.parent || !blockOf(table)?.name.startsWith(written.name)) return undefined;
  const lines = (linesOf(table)?.all ?? []).filter(
    (line) => line.origin && line.code!.length === 5 && line.code!.startsWith(subject.code!),
  );
  const lacked = lines.filter((line) => !childAt(written, line.name));
  return subject.code!.length === 5 || lacked.length === 1 ? lacked[0] : undefined;
}
