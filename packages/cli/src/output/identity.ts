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
    const { line, message, ...identity } = identityOf(finding, {
      ...naming,
      nameOf: (uri) => relativeUri(uri, cwd),
    });
    const key = keyOf({ ...identity, line: withoutFigures(line), message: withoutAmounts(message) });
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${key}\n${before}`;
  });
}

/** A line as it is written, but for the figures behind what it is of. */
function withoutFigures(line: string): string {
  return line.replaceAll(/(?<=\s)[-−+]?\d[\d,]*(\.\d+)?/g, '0');
}

/** Messages write amounts with decimals; codes, years and counts have none. */
function withoutAmounts(message: string): string {
  return message.replaceAll(/[-−+]?\d[\d,]*\.\d+/g, '0');
}
