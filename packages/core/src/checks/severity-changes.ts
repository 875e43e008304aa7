import type { Finding } from '../findings/finding.js';
import type { Report } from '../report.js';
import { unknownRuleFinding } from './suppress.js';

/** Gives findings of a report's file the severity that the report or its template wants; leaves out what is off. */
export function weigh(findings: readonly Finding[], { uri, severityChanges }: Report): Finding[] {
  if (severityChanges.length === 0) return [...findings];
  const wanted = new Map(severityChanges.map(({ rule, severity }) => [rule, severity]));
  return findings.flatMap((finding) => {
    const severity = finding.origin.uri === uri ? wanted.get(finding.rule) : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? finding : { ...finding, severity }];
  });
}

/** M004: a severity for a rule that nobody knows. */
export function unknownChanges({ uri, severityChanges }: Report, known: ReadonlySet<string>): Finding[] {
  return severityChanges
    .filter(({ rule, origin }) => origin.uri === uri && !known.has(rule))
    .map((change) => unknownRuleFinding(change, known));
}
