import type { Finding } from '../findings/finding.js';
import { builtInRules } from '../findings/rule-titles.zh.js';
import { compareOrigins } from '../origin.js';
import type { Report } from '../report.js';
import { classificationFindings } from './classification.js';
import { figureFindings } from './figures.js';
import { weightFindings } from './projects.js';
import { suppress, unusedFinding } from './suppress.js';

/**
 * All that is found in a report, sorted by place. `others` are findings that were made elsewhere about the same
 * report, which the author may accept in the same way.
 */
export function checkReport(report: Report, others: readonly Finding[] = []): Finding[] {
  const found = [...others, ...findingsOf(report)];
  const { kept, unused } = suppress(found, report);
  const checked = new Set([...builtInRules, ...report.rules.map(({ id }) => id)]);
  const needless = unused.filter(({ rule }) => checked.has(rule)).map(unusedFinding);
  return [...kept, ...needless].sort(byPlace);
}

function* findingsOf(report: Report): Generator<Finding> {
  yield* classificationFindings(report);
  yield* figureFindings(report);
  yield* weightFindings(report.base);
}

function byPlace(a: Finding, b: Finding): number {
  return compareOrigins(a.origin, b.origin) || (a.rule < b.rule ? -1 : 1);
}
