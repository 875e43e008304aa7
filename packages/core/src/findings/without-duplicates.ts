import type { Finding } from './finding.js';

/** What a formula cannot use is told once at a place, whoever came to it: see `Scope.report`. */
const ofFormulas: ReadonlySet<string> = new Set(['Z011', 'Z012', 'Z019', 'Z020', 'Z021']);

/** Each finding once: of several that say the same about the same place the first. */
export function withoutDuplicates(findings: readonly Finding[]): Finding[] {
  // Only findings of one rule at one place can be the same: most need no comparison of all that they say.
  const atPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeOf(finding);
    const others = atPlace.get(place);
    if (!others) atPlace.set(place, [finding]);
    else if (!others.some((other) => saysSame(other, finding))) others.push(finding);
  }
  return [...atPlace.values()].flat();
}

function placeOf({ rule, origin: { uri, range } }: Finding): string {
  return `${rule} ${range.start.line}:${range.start.character} ${uri}`;
}

function saysSame(a: Finding, b: Finding): boolean {
  const says = ({ rule, origin, data }: Finding) =>
    JSON.stringify(ofFormulas.has(rule) ? origin : [origin, data]);
  return says(a) === says(b);
}
