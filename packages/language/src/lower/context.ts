import type { Finding, Origin, RichText, RuleId, Severity, SeverityChange, Suppression } from '@fiscal/core';

/** What lowering one file collects besides its facts. */
export interface LoweringContext {
  uri: string;
  findings: Finding[];
  texts: RichText[];
  suppressions: Suppression[];
  severityChanges: SeverityChange[];
}

export function newContext(uri: string): LoweringContext {
  return { uri, findings: [], texts: [], suppressions: [], severityChanges: [] };
}

/** Reports a mistake of the author; the wording belongs to the code, see core/findings/messages. */
export function report(
  context: LoweringContext,
  rule: RuleId,
  severity: Severity,
  origin: Origin,
  code: string,
  parameters: Record<string, string> = {},
  suggestions: string[] = [],
): void {
  context.findings.push({ rule, severity, origin, data: { kind: 'message', code, parameters, suggestions } });
}
