import { type Severity, type SeverityChange, wordTable } from '@fiscal/core';

/** What a finding may weigh, as authors say it. */
export const severities = wordTable<Severity>({
  错误: 'error',
  警告: 'warning',
  提示: 'information',
  说明: 'hint',
});

/** 规则 R012 级别 不查 "…": no findings of it at all. */
const off = '不查';

/** All words for what a rule may weigh. */
export const severityWords: readonly string[] = [...Object.keys(severities), off];

export function severityOf(word: string): SeverityChange['severity'] | undefined {
  return word === off ? 'off' : severities[word];
}
