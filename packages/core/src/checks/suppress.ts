import type { Finding } from '../findings/finding.js';
import { nearestNames } from '../formulas/problems.js';
import { comparePositions, type Position, type Range } from '../origin.js';
import type { Report, Suppression } from '../report.js';

export const unusedSuppression = 'M002';

/** Leaves out what the author accepts with a reason; `unused` are acceptances that met nothing. */
export function suppress(
  findings: readonly Finding[],
  { uri, suppressions }: Pick<Report, 'uri' | 'suppressions'>,
): { kept: Finding[]; unused: Suppression[] } {
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const accepted = suppressions.filter((suppression) => accepts(suppression, uri, finding));
    for (const suppression of accepted) used.add(suppression);
    return accepted.length === 0;
  });
  return { kept, unused: suppressions.filter((suppression) => !used.has(suppression)) };
}

/** M002: an acceptance that is no longer needed. */
export function unusedFinding({ rule, origin }: Suppression): Finding {
  const data = {
    kind: 'message' as const,
    code: 'unused-suppression',
    parameters: { rule },
    suggestions: [],
  };
  return { rule: unusedSuppression, severity: 'warning', origin, data };
}

/** M004: an acceptance of a rule that nobody knows. */
export function unknownRuleFinding(
  { rule, origin }: Pick<Suppression, 'rule' | 'origin'>,
  known: Iterable<string>,
): Finding {
  return message('M004', origin, 'unknown-rule', { rule }, nearestNames(rule, known));
}

/** M006: an acceptance that has run out; it still holds, so that its cause is told once. */
export function expiredFinding({ rule, until = '', origin }: Suppression): Finding {
  return message('M006', origin, 'expired-suppression', { rule, until }, []);
}

function message(
  rule: string,
  origin: Finding['origin'],
  code: string,
  parameters: Record<string, string>,
  suggestions: string[],
): Finding {
  return { rule, severity: 'error', origin, data: { kind: 'message', code, parameters, suggestions } };
}

function accepts({ rule, scope }: Suppression, uri: string, { rule: found, origin }: Finding): boolean {
  return rule === found && origin.uri === uri && isInside(origin.range.start, scope);
}

function isInside(position: Position, { start, end }: Range): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) < 0;
}
