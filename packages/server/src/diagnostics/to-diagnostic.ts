import { type Finding, messageOf, type Severity, wordTable } from '@fiscal/core';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { relatedPlaces } from './related-places.js';
import { ruleLink } from './rule-link.js';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** How an editor shows a rule's findings: an unused 忽略 faded, a name of former years struck through. */
const tags = wordTable<DiagnosticTag[]>({
  M002: [DiagnosticTag.Unnecessary],
  C005: [DiagnosticTag.Deprecated],
});

/** A finding as an editor shows it: at the figure that is wrong, with a link to each figure it was computed from. */
export function toDiagnostic(finding: Finding): Diagnostic {
  const { rule, severity, origin } = finding;
  return {
    range: origin.range,
    severity: severities[severity],
    code: rule,
    codeDescription: { href: ruleLink(rule) },
    source: 'fiscal',
    message: messageOf(finding),
    ...(tags[rule] && { tags: tags[rule] }),
    relatedInformation: relatedPlaces(finding),
  };
}
