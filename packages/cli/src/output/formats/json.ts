import type { Finding } from '@fiscal/core';

/** Findings as a JSON array for other programs; places are zero-based, as in the Language Server Protocol. */
export function jsonText(findings: Finding[], messageOf: (finding: Finding) => string): string {
  const items = findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: messageOf(finding),
    uri: finding.origin.uri,
    range: finding.origin.range,
    data: finding.data,
  }));
  return JSON.stringify(items, undefined, 2) + '\n';
}
