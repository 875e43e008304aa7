import type { FindingCounts } from '@fiscal/core';
import { messages } from '../messages.zh.js';

/** 2 个文件：1 个错误，0 个警告，3 条尾差说明，1 项未检查，5 个数未填 */
export function summaryLine(
  files: number,
  counts: FindingCounts,
  { unfilled, hidden, known, old }: Record<'unfilled' | 'hidden' | 'known' | 'old', number>,
): string {
  return [
    messages.summary(files, counts),
    unfilled > 0 ? messages.unfilledFigures(unfilled) : '',
    counts.others > 0 ? messages.otherNotes(counts.others) : '',
    hidden > 0 ? messages.hidden(hidden) : '',
    old > 0 ? messages.knownSince(old) : '',
    known > 0 ? messages.knownBefore(known) : '',
  ].join('');
}
