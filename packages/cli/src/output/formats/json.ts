import type { Finding } from '@fiscal/core';
import { type Presentation, withAccepted } from './presentation.js';

/**
 * Findings as an array for other programs; places are zero-based, as in the Language Server Protocol. What the
 * authors accept comes last, with `suppression`.
 */
export function jsonOf(findings: readonly Finding[], presentation: Presentation): unknown {
  return withAccepted(findings, presentation).map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: presentation.messageOf(finding),
    uri: finding.origin.uri,
    range: finding.origin.range,
    data: finding.data,
    ...suppressionOf(finding, presentation),
  }));
}

function suppressionOf(finding: Finding, { acceptanceOf }: Presentation) {
  const by = acceptanceOf(finding);
  if (!by) return {};
  return { suppression: { reason: by.reason, until: by.until ?? null, ...by.origin } };
}
