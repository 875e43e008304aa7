import type { Finding } from '../findings/finding.js';
import { createScope } from '../formulas/create-scope.js';
import { checkRule } from '../formulas/names/rule-names.js';
import { readTexts, type TextReading } from '../formulas/texts/read-texts.js';
import { isOfLibrary } from '../model/origin.js';
import type { Report } from '../model/report.js';

/**
 * Z011–Z021: what cannot be understood in the holes of the author's texts, each at its exact place, and in the rules
 * that are not of the library, also in what this report does not come to.
 */
export function checkTexts(report: Report): Finding[] {
  return formulaFindings(report, readTexts(report));
}

/** The same, of texts that were read before. */
export function formulaFindings(report: Report, reading: TextReading): Finding[] {
  const findings = [...reading.findings];
  const ofRules = createScope(report.base, (finding) => findings.push(finding));
  for (const rule of report.rules) if (!isOfLibrary(rule.origin)) checkRule(rule, ofRules);
  return findings;
}
