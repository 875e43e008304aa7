import type { Finding } from '@fiscal/core';
import { identityOf, keyOf, type Naming } from '@fiscal/language/project';
import { relativeUri } from './place.js';

/**
 * A key for each finding, from a folder, that outlives other figures; those that are alike are told apart by their
 * order.
 */
export function identities(
  findings: readonly Finding[],
  { cwd, ...naming }: Omit<Naming, 'nameOf'> & { cwd: string },
): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = keyOf(identityOf(finding, { ...naming, nameOf: (uri) => relativeUri(uri, cwd) }));
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${key}\n${before}`;
  });
}
