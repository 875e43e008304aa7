import type { Finding, Severity } from '@fiscal/core';
import { messages } from '../../messages.zh.js';
import { relativeUri } from '../place.js';
import { fullMessage, type Presentation } from './presentation.js';

const commands: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Findings as workflow commands of GitHub Actions, which shows them beside the changed lines. */
export function githubText(findings: readonly Finding[], presentation: Presentation): string {
  const { cwd, accepted } = presentation;
  const lines = findings
    .map((finding) => {
      const { uri, range } = finding.origin;
      const { start, end } = range;
      const properties = {
        file: relativeUri(uri, cwd),
        line: String(start.line + 1),
        endLine: String(end.line + 1),
        col: String(start.character + 1),
        endColumn: String(end.character + 1),
        title: finding.rule,
      };
      const told = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(value)}`);
      return `::${commands[finding.severity]} ${told.join(',')}::${escaped(fullMessage(finding, presentation))}\n`;
    })
    .join('');
  // One line for all: a run shows only a few notices.
  return accepted.length > 0
    ? `${lines}::notice::${escaped(messages.acceptedCount(accepted.length))}\n`
    : lines;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
