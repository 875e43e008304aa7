import type { Finding, Severity } from '@fiscal/core';
import { messages } from '../../messages.zh.js';
import { alignColumns } from '../align.js';
import type { Presentation } from './presentation.js';

interface Count {
  rule: string;
  severity: Severity;
  title: string;
  count: number;
}

/** How often each rule was met, most often first. */
export function statisticsOf(findings: readonly Finding[], { rules }: Presentation): Count[] {
  const counts = new Map<string, Count>();
  const listed = rules();
  for (const { rule, severity } of findings) {
    const key = `${rule} ${severity}`;
    const title = listed.find(({ id }) => id === rule)?.title ?? '';
    const count = counts.get(key) ?? { rule, severity, title, count: 0 };
    counts.set(key, { ...count, count: count.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

export function statisticsText(findings: readonly Finding[], presentation: Presentation): string {
  const rows = statisticsOf(findings, presentation).map(({ rule, severity, title, count }) => [
    String(count),
    rule,
    messages.severity[severity],
    title,
  ]);
  return alignColumns(rows, ['right', 'left', 'left', 'left'])
    .map((line) => `${line}\n`)
    .join('');
}
