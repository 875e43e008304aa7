import type { Finding } from '@fiscal/core';
import { relativeUri } from './place.js';

export interface Naming {
  /** What files are named from: the place of a baseline, or the folder that the command was called in. */
  cwd: string;
  messageOf(finding: Finding): string;
  linesOf(uri: string): readonly string[] | undefined;
}

/** What makes a finding the same after lines were added above it: its file, rule, line as written, and message. */
export interface Identity {
  file: string;
  rule: string;
  line: string;
  message: string;
}

export function identityOf(finding: Finding, { cwd, messageOf, linesOf }: Naming): Identity {
  const { uri, range } = finding.origin;
  return {
    file: relativeUri(uri, cwd),
    rule: finding.rule,
    line: (linesOf(uri)?.[range.start.line] ?? '').trim(),
    message: messageOf(finding),
  };
}

export function keyOf({ file, rule, line, message }: Identity): string {
  return [file, rule, line, message].join('\n');
}

/** A key for each finding; those that are alike are told apart by their order. */
export function identities(findings: readonly Finding[], naming: Naming): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = keyOf(identityOf(finding, naming));
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${key}\n${before}`;
  });
}
