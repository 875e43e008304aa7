import { createHash } from 'node:crypto';
import type { Finding, Origin, Severity } from '@fiscal/core';
import { version } from '../../version.js';
import { identities } from '../identity.js';
import { relativeUri } from '../place.js';
import { type Presentation, withAccepted } from './presentation.js';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format). Columns count UTF-16 units from one,
 * the end is exclusive; paths are relative to the working directory.
 */
export function sarifOf(told: readonly Finding[], presentation: Presentation): unknown {
  const findings = withAccepted(told, presentation);
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const keys = identities(findings, presentation);
  const results = findings.map((finding, index) => ({
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: presentation.messageOf(finding) },
    locations: [locationOf(finding.origin, presentation)],
    ...relatedLocations(finding, presentation),
    partialFingerprints: { 'fiscalFinding/v1': fingerprint(keys[index]!) },
    suppressions: suppressionsOf(finding, presentation),
  }));
  const driver = {
    name: 'fiscal',
    semanticVersion: version(),
    rules: ids.map((id) => ruleOf(id, findings, presentation)),
  };
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', language: 'zh-CN', results }],
  };
}

/** An empty list says that a result is not suppressed; it stands beside each as soon as one of them may be. */
function suppressionsOf(finding: Finding, presentation: Presentation) {
  const by = presentation.acceptanceOf(finding);
  if (!by) return [];
  return [
    {
      kind: 'inSource',
      status: 'accepted',
      justification: by.reason,
      location: locationOf(by.origin, presentation),
      ...(by.until !== undefined && { properties: { until: by.until } }),
    },
  ];
}

function ruleOf(id: string, findings: readonly Finding[], { rules, rulePage }: Presentation) {
  const title = rules().find((rule) => rule.id === id)?.title ?? id;
  const page = rulePage(id);
  const { severity } = findings.find(({ rule }) => rule === id)!;
  return {
    id,
    shortDescription: { text: title },
    ...(page !== undefined && { help: { text: page, markdown: page } }),
    defaultConfiguration: { level: levels[severity] },
  };
}

function relatedLocations(finding: Finding, presentation: Presentation) {
  const places = presentation.relatedPlacesOf(finding);
  if (places.length === 0) return {};
  return {
    relatedLocations: places.map(({ origin, message }, index) => ({
      id: index + 1,
      ...locationOf(origin, presentation),
      message: { text: message },
    })),
  };
}

function locationOf({ uri, range: { start, end } }: Origin, { cwd }: Presentation) {
  return {
    physicalLocation: {
      artifactLocation: fileOf(uri, cwd),
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

function fileOf(uri: string, cwd: string) {
  if (!uri.startsWith('file:')) return { uri: encodeURI(uri) };
  return { uri: encodeURI(relativeUri(uri, cwd)), uriBaseId: 'SRCROOT' };
}

function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
