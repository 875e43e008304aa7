import type { Finding } from '@fiscal/core';

/** Notes of one kind are one note with many places: a house has its habits everywhere. */
export function grouped(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const { data, severity, rule, origin } = finding;
    const isNote = severity === 'information' || severity === 'hint';
    const key = isNote && data.kind === 'message' ? `${rule} ${data.code}` : undefined;
    const same = key === undefined ? undefined : first.get(key);
    if (same?.data.kind === 'message') {
      same.data = { ...same.data, places: [...(same.data.places ?? []), origin] };
      continue;
    }
    const own = { ...finding };
    kept.push(own);
    if (key !== undefined) first.set(key, own);
  }
  return kept;
}
