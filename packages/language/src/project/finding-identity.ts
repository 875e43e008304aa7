import type { Finding } from '@fiscal/core';

export interface Naming {
  /** What a file is called, from the place of a baseline or the folder that a command was called in. */
  nameOf(uri: string): string;
  messageOf(finding: Finding): string;
  linesOf(uri: string): readonly string[] | undefined;
}

/** What makes a finding the same after lines were added above it: its file, rule, line as written, and message. */
export interface FindingIdentity {
  file: string;
  rule: string;
  line: string;
  message: string;
}

export function identityOf(finding: Finding, { nameOf, messageOf, linesOf }: Naming): FindingIdentity {
  const { uri, range } = finding.origin;
  return {
    file: nameOf(uri),
    rule: finding.rule,
    line: (linesOf(uri)?.[range.start.line] ?? '').trim(),
    message: messageOf(finding),
  };
}

export function keyOf({ file, rule, line, message }: FindingIdentity): string {
  return [file, rule, line, message].join('\n');
}
