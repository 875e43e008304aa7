import type { Finding } from '../findings/finding.js';
import { createScope } from '../formulas/create-scope.js';
import { evaluateText } from '../formulas/texts/evaluate-text.js';
import { enter } from '../formulas/scope.js';
import type { Report } from '../model/report.js';

/** Z011–Z021: what cannot be understood in the holes of the author's texts, each at its exact place. */
export function checkTexts(report: Report): Finding[] {
  const findings: Finding[] = [];
  const phrases = report.template?.phrases ?? new Map();
  const scope = createScope(report.base, (finding) => findings.push(finding), { phrases });
  for (const text of report.texts) evaluateText(text, enter(scope, text));
  return findings;
}
