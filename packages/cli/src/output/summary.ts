import type { Finding } from '@fiscal/core';
import { messages } from '../messages.zh.js';

/** 2 个文件：1 个错误，0 个警告，3 条尾差说明，1 项未检查，5 个数未填 */
export function summaryLine(
  files: number,
  findings: Finding[],
  { unfilled, hidden }: { unfilled: number; hidden: number },
): string {
  const counts = { errors: 0, warnings: 0, tails: 0, notChecked: 0, others: 0 };
  for (const finding of findings) count(finding, counts);
  return [
    messages.summary(files, counts),
    unfilled > 0 ? messages.unfilledFigures(unfilled) : '',
    counts.others > 0 ? messages.otherNotes(counts.others) : '',
    hidden > 0 ? messages.hidden(hidden) : '',
  ].join('');
}

type Counts = Record<'errors' | 'warnings' | 'tails' | 'notChecked' | 'others', number>;

function count({ severity, data }: Finding, counts: Counts): void {
  if (severity === 'error') counts.errors += 1;
  else if (severity === 'warning') counts.warnings += 1;
  else if (data.kind === 'tails') counts.tails += data.tails.length;
  else if (data.kind === 'not-checked') counts.notChecked += 1;
  else if ('explained' in data && data.explained) counts.tails += 1;
  else counts.others += 1;
}
