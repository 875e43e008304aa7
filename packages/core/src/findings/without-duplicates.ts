import type { Finding } from './finding.js';

/** Each finding once: of several that say the same about the same place the first. */
export function withoutDuplicates(findings: readonly Finding[]): Finding[] {
  // Only findings of one rule at one place can be the same: most need no comparison of all that they say.
  const atPlace = new Map<string, Finding[]>();
  return findings.filter((finding) => {
    const { uri, range } = finding.origin;
    const place = `${finding.rule} ${range.start.line}:${range.start.character} ${uri}`;
    const others = atPlace.get(place);
    if (!others) return atPlace.set(place, [finding]);
    if (others.some((other) => saysSame(other, finding))) return false;
    return others.push(finding);
  });
}

function saysSame(a: Finding, b: Finding): boolean {
  return JSON.stringify([a.origin, a.data]) === JSON.stringify([b.origin, b.data]);
}
