import type { Finding } from '@fiscal/core';
import { formatText } from '@fiscal/language';
import { compose, renderMarkdown } from '@fiscal/report';
import { type Examined, examine } from '../examined.js';
import type { Failure } from '../failure.js';
import type { Random } from '../../../packages/cli/src/trial/random.js';

/** Formatting is settled the first time, and what was formatted says what was written. */
export function formattingLaw(examined: Examined, random: Random): Failure[] {
  const { text, files } = examined;
  const formatted = formatText(text);
  if (formatted === text) return [];
  if (formatText(formatted) !== formatted)
    return [{ kind: 'formatting is not settled', detail: firstDifference(formatted, formatText(formatted)) }];
  const after = examine(formatted, files);
  return [
    ...compared('findings', rulesOf(examined.findings), rulesOf(after.findings)),
    ...compared('facts', examined.facts, after.facts),
    ...(random.oneIn(4) ? compared('publication', publicationOf(examined), publicationOf(after)) : []),
  ];
}

function compared(what: string, before: string[], after: string[]): Failure[] {
  const [left, right] = [before.join('\n'), after.join('\n')];
  return left === right ? [] : [{ kind: `formatting changes ${what}`, detail: firstDifference(left, right) }];
}

function rulesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ rule }) => rule).sort();
}

function publicationOf({ workspace }: Examined): string[] {
  return workspace.reports.map((report) => renderMarkdown(compose(report).document).text);
}

export function firstDifference(left: string, right: string): string {
  const [a, b] = [left.split('\n'), right.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  const line = at < 0 ? a.length : at;
  return `line ${line + 1}: ${JSON.stringify(a[line])} → ${JSON.stringify(b[line])}`;
}
