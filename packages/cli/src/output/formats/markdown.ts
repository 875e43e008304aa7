import type { Finding } from '@fiscal/core';
import { isSerious } from '../../examine.js';
import { messages } from '../../messages.zh.js';
import { placeOf } from '../place.js';
import { folded, tableOf } from './markdown-parts.js';
import { fullMessage, type Presentation } from './presentation.js';

/** A summary for a merge request: what is wrong as a table, what is only told, and what is accepted, folded below it. */
export function markdownText(findings: readonly Finding[], presentation: Presentation): string {
  const wrong = findings.filter(isSerious);
  const told = findings.filter((finding) => !isSerious(finding));
  const parts = [
    `### ${messages.summaryTitle}`,
    messages.summary(presentation.files.length, presentation.counts),
    ...(wrong.length > 0 ? [table(wrong, presentation)] : []),
    ...(told.length > 0 ? [folded(messages.notes(told.length), table(told, presentation))] : []),
    ...acceptedParts(presentation),
  ];
  return parts.join('\n\n') + '\n';
}

/** What the authors accept, by which reason, until when. */
function acceptedParts({ accepted, cwd, messageOf }: Presentation): string[] {
  if (accepted.length === 0) return [];
  const rows = accepted.map(({ finding, by }) => [
    placeOf(finding.origin, cwd),
    finding.rule,
    messageOf(finding),
    by.reason,
    by.until ?? '',
  ]);
  return [folded(messages.acceptedTitle(accepted.length), tableOf(messages.acceptedColumns, rows))];
}

function table(findings: readonly Finding[], presentation: Presentation): string {
  const rows = findings.map((finding) => [
    placeOf(finding.origin, presentation.cwd),
    messages.severity[finding.severity],
    finding.rule,
    fullMessage(finding, presentation),
  ]);
  return tableOf(messages.findingColumns, rows);
}
