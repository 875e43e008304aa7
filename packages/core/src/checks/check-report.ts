import { type Contain, uncontained } from '../findings/defects.js';
import type { Finding } from '../findings/finding.js';
import { builtInRules, fixedRules } from '../findings/rule-titles.zh.js';
import { compareOrigins } from '../origin.js';
import type { Report, Suppression } from '../report.js';
import { classificationFindings } from './classification.js';
import { derivationFindings } from './derivation.js';
import { figureFindings } from './figures.js';
import { lastYearFindings } from './last-year.js';
import { weightFindings } from './projects.js';
import { proseFindings } from './prose/prose-findings.js';
import { reasonFindings } from './reasons.js';
import { unknownChanges, weigh } from './severity-changes.js';
import { expiredFinding, suppress, unknownRuleFinding, unusedFinding } from './suppress.js';

/**
 * All that is found in a report, sorted by place. `others` are findings that were made elsewhere about the same
 * report, which the author may accept in the same way. `today` (2025-06-30) tells which acceptances have run out;
 * without it none has.
 */
export function checkReport(
  report: Report,
  others: readonly Finding[] = [],
  today?: string,
  contain: Contain = uncontained,
): Finding[] {
  const found = [...others, ...findingsOf(report, contain)];
  const { kept, unused } = suppress(found, report);
  const weighed = weigh(kept, report);
  return [...weighed, ...suppressionFindings(report, unused, today)].sort(byPlace);
}

function suppressionFindings(
  report: Report,
  unused: readonly Suppression[],
  today: string | undefined,
): Finding[] {
  const { rules, suppressions } = report;
  const written = rules.map(({ id }) => id);
  const checked = new Set([...builtInRules, ...written]);
  const known = new Set([...fixedRules, ...written]);
  const unknown = suppressions.filter(({ rule }) => !known.has(rule));
  const expired = suppressions.filter(
    ({ until }) => until !== undefined && today !== undefined && until < today,
  );
  return [
    ...unused.filter(({ rule }) => checked.has(rule)).map(unusedFinding),
    ...unknown.map((suppression) => unknownRuleFinding(suppression, known)),
    ...expired.map(expiredFinding),
    ...unknownChanges(report, known),
  ];
}

const checks: ((report: Report) => Iterable<Finding>)[] = [
  classificationFindings,
  figureFindings,
  ({ base }) => weightFindings(base),
  ({ base }) => reasonFindings(base),
  ({ base }) => lastYearFindings(base),
  proseFindings,
  derivationFindings,
];

function findingsOf(report: Report, contain: Contain): Finding[] {
  return checks.flatMap((check) => contain(report.base.origin, () => [...check(report)]) ?? []);
}

function byPlace(a: Finding, b: Finding): number {
  return compareOrigins(a.origin, b.origin) || (a.rule < b.rule ? -1 : 1);
}
