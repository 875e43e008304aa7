import type { Acceptance, Accepted, Finding, FindingCounts, RelatedPlace } from '@fiscal/core';
import type { ListedRule } from '../../engine.js';
import { messages } from '../../messages.zh.js';
import { acceptanceWords } from '../acceptance.js';

/** All that a format needs to tell findings, besides the findings. */
export interface Presentation {
  cwd: string;
  /** Files that were checked, in the order given. */
  files: readonly string[];
  counts: FindingCounts;
  /** All rules that there are; only some formats tell of them. */
  rules(): readonly ListedRule[];
  messageOf(finding: Finding): string;
  /** Findings that the authors accept, apart from those that are to be told all the same. */
  accepted: readonly Accepted[];
  /** By which statement a finding is accepted, told or not. */
  acceptanceOf(finding: Finding): Acceptance | undefined;
  relatedPlacesOf(finding: Finding): RelatedPlace[];
  /** Markdown; nothing for rules of the author. */
  rulePage(id: string): string | undefined;
  linesOf(uri: string): readonly string[] | undefined;
}

/** Every finding, also what is accepted: for programs, which read the acceptance beside it. */
export function withAccepted(findings: readonly Finding[], { accepted }: Presentation): Finding[] {
  return [...findings, ...accepted.map(({ finding }) => finding)];
}

/** The message of a finding, and that it was accepted where it is told all the same. */
export function fullMessage(finding: Finding, { messageOf, acceptanceOf }: Presentation): string {
  const by = acceptanceOf(finding);
  return messageOf(finding) + (by ? messages.inBrackets(acceptanceWords(by)) : '');
}
