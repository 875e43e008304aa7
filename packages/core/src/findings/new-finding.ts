import type { Origin } from '../model/origin.js';
import { type RuleId, ruleSeverity } from '../vocabulary/rules.zh.js';
import type { Severity } from '../vocabulary/severity.js';
import type { Finding, FindingData } from './finding.js';

/** A finding of a rule that is not written in the language; it weighs what the rule does unless said otherwise. */
export function newFinding(
  rule: RuleId,
  origin: Origin,
  data: FindingData,
  severity: Severity = ruleSeverity(rule),
): Finding {
  return { rule, severity, origin, data };
}

/** The same, where a code and its parameters say all that there is. */
export function newMessage(
  rule: RuleId,
  origin: Origin,
  code: string,
  parameters: Record<string, string>,
  suggestions: string[] = [],
): Finding {
  return newFinding(rule, origin, { kind: 'message', code, parameters, suggestions });
}
