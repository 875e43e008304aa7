import type { Finding } from '../findings/finding.js';
import { createScope } from '../formulas/create-scope.js';
import { checkText } from '../formulas/names/expression-names.js';
import { checkRule } from '../formulas/names/rule-names.js';
import { evaluateText } from '../formulas/texts/evaluate-text.js';
import { enter } from '../formulas/scope.js';
import { isOfLibrary } from '../model/origin.js';
import type { Report } from '../model/report.js';

/**
 * Z011–Z021: what cannot be understood in the holes of the author's texts, each at its exact place, and in the rules
 * that are not of the library, also in what this report does not come to.
 */
export function checkTexts(report: Report): Finding[] {
  const findings: Finding[] = [];
  const take = (finding: Finding) => findings.push(finding);
  const phrases = report.template?.phrases ?? new Map();
  const scope = createScope(report.base, take, { phrases });
  for (const text of report.texts) {
    const inner = enter(scope, text);
    evaluateText(text, inner);
    checkText(text, inner);
  }
  const ofRules = createScope(report.base, take);
  for (const rule of report.rules) if (!isOfLibrary(rule.origin)) checkRule(rule, ofRules);
  return findings;
}
