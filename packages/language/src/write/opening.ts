import { closingMeasures, closingPath, type Fact, finalAccounts } from '@fiscal/core';

/** The fact of the old year that becomes this opening balance of the new one. */
export function closingOf(opening: Fact): Fact | undefined {
  const { subject, measure } = opening;
  const closing = closingMeasures.get(measure);
  if (closing) return subject.facts.get(closing);
  const path = closingPath(opening);
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
