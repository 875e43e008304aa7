import type { Finding } from '../findings/finding.js';
import { relatedPlacesOf } from '../findings/related-places.js';
import { nearestNames } from '../formulas/problems.js';
import { comparePositions, type Origin, type Position, type Range } from '../model/origin.js';
import type { Report, Suppression } from '../model/report.js';
import { newMessage } from '../findings/new-finding.js';
import type { RuleId } from '../vocabulary/rules.zh.js';

export const unusedSuppression = 'M002' satisfies RuleId;

/** What the author said so that a finding need not be mended: 忽略, or a rule that is not applied (不查). */
export type Acceptance = Pick<Suppression, 'rule' | 'reason' | 'until' | 'origin'>;

/** A finding that is let be, and by which statement. */
export interface Accepted {
  finding: Finding;
  by: Acceptance;
  /** Other statements that accept it too. */
  also?: readonly Acceptance[];
}

/** Parts what the author accepts with a reason from the rest; `unused` are acceptances that met nothing. */
export function suppress(
  findings: readonly Finding[],
  { uri, suppressions }: Pick<Report, 'uri' | 'suppressions'>,
): { kept: Finding[]; accepted: Accepted[]; unused: Suppression[] } {
  const used = new Set<Suppression>();
  const accepted: Accepted[] = [];
  const kept = findings.filter((finding) => {
    const accepting = suppressions.filter((suppression) => accepts(suppression, uri, finding));
    for (const suppression of accepting) used.add(suppression);
    const [by, ...also] = accepting;
    if (by) accepted.push({ finding, by, also });
    return !by;
  });
  return { kept, accepted, unused: suppressions.filter((suppression) => !used.has(suppression)) };
}

/**
 * Where a finding concerns a file: its own place, and where the same rule fails for the same cause; of one that is
 * told in a file that the report refers to (last year's, a unit's), the figures of this file that take part. Which of
 * two contradicting files is blamed depends on what else supports each: it must not decide whether the author can
 * accept it.
 */
export function placesIn(uri: string, finding: Finding): Origin[] {
  const { origin: place, alike = [] } = finding;
  const others = place.uri === uri ? [] : relatedPlacesOf(finding).map(({ origin }) => origin);
  return [place, ...alike, ...others].filter((origin) => origin.uri === uri);
}

/** M002: an acceptance that is no longer needed. */
export function unusedFinding({ rule, origin }: Suppression): Finding {
  return newMessage(unusedSuppression, origin, 'unused-suppression', { rule });
}

/** M004: an acceptance of a rule that nobody knows. */
export function unknownRuleFinding(
  { rule, origin }: Pick<Suppression, 'rule' | 'origin'>,
  known: Iterable<string>,
): Finding {
  return newMessage('M004', origin, 'unknown-rule', { rule }, nearestNames(rule, known));
}

/** M006: an acceptance that has run out; it still holds, so that its cause is told once. */
export function expiredFinding({ rule, until = '', origin }: Suppression): Finding {
  return newMessage('M006', origin, 'expired-suppression', { rule, until });
}

function accepts({ rule, scope }: Suppression, uri: string, finding: Finding): boolean {
  return rule === finding.rule && placesIn(uri, finding).some(({ range }) => isInside(range.start, scope));
}

export function isInside(position: Position, { start, end }: Range): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) < 0;
}
