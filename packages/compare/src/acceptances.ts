import { isOfLibrary, type Report, type SeverityChange, type Suppression } from '@fiscal/core';
import type { AcceptanceChange, SaidAcceptance } from './changes.js';
import type { SubjectPlaces } from './subject-places.js';

interface Said {
  kind: AcceptanceChange['kind'];
  rule: string;
  scope: string;
  said: SaidAcceptance;
}

/** 忽略 and changed severities that came, went, or stand there for another reason. */
export function acceptanceChanges(
  old: { report: Report; places: SubjectPlaces },
  next: { report: Report; places: SubjectPlaces },
): AcceptanceChange[] {
  const [before, after] = [byKey(saidIn(old)), byKey(saidIn(next))];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    if (one && other && isAlike(one.said, other.said)) return [];
    const { kind, rule, scope } = (other ?? one)!;
    const change = one && other ? 'changed' : other ? 'added' : 'removed';
    return [{ kind, change, rule, scope, ...(one && { old: one.said }), ...(other && { new: other.said }) }];
  });
}

function saidIn({ report, places }: { report: Report; places: SubjectPlaces }): Said[] {
  const own = report.severityChanges.filter(({ origin }) => !isOfLibrary(origin));
  return [...report.suppressions.map((one) => ofSuppression(one, places)), ...own.map(ofSeverity)];
}

function ofSuppression({ rule, reason, until, scope, origin }: Suppression, places: SubjectPlaces): Said {
  const said = { reason, ...(until !== undefined && { until }), origin };
  return { kind: 'suppression', rule, scope: places.blockIn(scope), said };
}

function ofSeverity({ rule, reason, severity, origin }: SeverityChange): Said {
  return { kind: 'severity', rule, scope: '', said: { reason, severity, origin } };
}

/** Two of one rule in one block are told apart by their order. */
function byKey(all: readonly Said[]): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>();
  for (const one of all) {
    let key = [one.kind, one.rule, one.scope].join('\n');
    while (found.has(key)) key += '\n';
    found.set(key, one);
  }
  return found;
}

function isAlike(one: SaidAcceptance, other: SaidAcceptance): boolean {
  return one.reason === other.reason && one.until === other.until && one.severity === other.severity;
}
