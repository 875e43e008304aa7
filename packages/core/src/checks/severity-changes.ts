import { isOfLibrary } from '../model/origin.js';
import type { Finding } from '../findings/finding.js';
import type { Report } from '../model/report.js';
import { type Accepted, placesIn, unknownRuleFinding } from './suppress.js';

/**
 * Gives findings that concern a report the severity that the report or its template wants. What is not to be checked
 * (不查) is left out; by whose word, where that is not a template of the library, tells `off`.
 */
export function weigh(
  findings: readonly Finding[],
  { uri, severityChanges }: Report,
): { weighed: Finding[]; off: Accepted[] } {
  const wanted = new Map(severityChanges.map((change) => [change.rule, change]));
  const weighed: Finding[] = [];
  const off: Accepted[] = [];
  for (const finding of findings) {
    const change = wanted.get(finding.rule);
    if (!change || placesIn(uri, finding).length === 0) weighed.push(finding);
    else if (change.severity !== 'off') weighed.push({ ...finding, severity: change.severity });
    else if (!isOfLibrary(change.origin)) off.push({ finding, by: change });
  }
  return { weighed, off };
}

/** M004: a severity for a rule that nobody knows. */
export function unknownChanges({ uri, severityChanges }: Report, known: ReadonlySet<string>): Finding[] {
  return severityChanges
    .filter(({ rule, origin }) => origin.uri === uri && !known.has(rule))
    .map((change) => unknownRuleFinding(change, known));
}
