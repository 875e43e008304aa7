import type { Finding } from '@fiscal/core';
import { messages } from '../../messages.zh.js';
import { placeOf } from '../place.js';
import type { Presentation } from './presentation.js';

/** A summary for a merge request: what is wrong as a table, what is only told folded below it. */
export function markdownText(findings: readonly Finding[], presentation: Presentation): string {
  const isWrong = ({ severity }: Finding) => severity === 'error' || severity === 'warning';
  const wrong = findings.filter(isWrong);
  const told = findings.filter((finding) => !isWrong(finding));
  const parts = [
    `### ${messages.summaryTitle}`,
    messages.summary(presentation.files.length, presentation.counts),
    ...(wrong.length > 0 ? [table(wrong, presentation)] : []),
    ...(told.length > 0
      ? [
          `<details>\n<summary>${messages.notes(told.length)}</summary>\n\n${table(told, presentation)}\n\n</details>`,
        ]
      : []),
  ];
  return parts.join('\n\n') + '\n';
}

function table(findings: readonly Finding[], { cwd, messageOf }: Presentation): string {
  const [place, severity, rule, message] = messages.findingColumns;
  const rows = findings.map((finding) => {
    const cells = [
      placeOf(finding.origin, cwd),
      messages.severity[finding.severity],
      finding.rule,
      messageOf(finding),
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  return [`| ${place} | ${severity} | ${rule} | ${message} |`, '|---|---|---|---|', ...rows].join('\n');
}

/** What an author typed is shown as it is, never read as Markdown or HTML. */
function cell(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\r\n]+/g, ' ');
}
