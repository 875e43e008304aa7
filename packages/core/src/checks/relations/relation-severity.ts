import type { Severity } from '../../vocabulary/severity.js';
import type { Judged } from './relation.js';

/** What a relation that does not hold weighs. */
export function severityOf({ relation, outcome, difference }: Judged): Severity {
  if (outcome === 'explained') return 'information';
  if (outcome === 'one-unit' && relation.severity === 'error') return 'warning';
  return isPartial({ relation, outcome, difference }) ? relation.shortfall! : relation.severity;
}

/** The parts are listed in part: a report may describe its important projects alone. */
export function isPartial({
  relation,
  outcome,
  difference,
}: Pick<Judged, 'relation' | 'outcome' | 'difference'>): boolean {
  return relation.shortfall !== undefined && outcome === 'differ' && difference.isPositive();
}

const weights: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** 0 for an error, more for what weighs less: for ordering. */
export function weightOf(judged: Judged): number {
  return weights.indexOf(severityOf(judged));
}
