import { closingCarryOver, type Fact, finalAccounts, openingCarryOver } from '@fiscal/core';

/** What a year begins with, and what the year before ended with. */
const closings = new Map([
  ['收入.年初结转和结余', '支出.年末结转和结余'],
  ['财政拨款收支.年初结转和结余', '财政拨款收支.年末结转和结余'],
]);
const closingMeasures = new Map([
  [openingCarryOver, closingCarryOver],
  ['年初', '年末'],
]);

/** The fact of the old year that becomes this opening balance of the new one. */
export function closingOf({ subject, measure }: Fact): Fact | undefined {
  const closing = closingMeasures.get(measure);
  if (closing) return subject.facts.get(closing);
  const path = measure === finalAccounts ? closings.get(subject.path) : undefined;
  return path === undefined ? undefined : subject.base.find(path)?.facts.get(finalAccounts);
}

export function isOpening(measure: string): boolean {
  return closingMeasures.has(measure);
}

/** 年初 of 年末, 年初结转 of 年末结转. */
export function openingBefore(measure: string): string | undefined {
  for (const [opening, closing] of closingMeasures) if (closing === measure) return opening;
  return undefined;
}
