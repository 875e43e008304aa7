import type { Finding, FindingCounts, RelatedPlace } from '@fiscal/core';
import type { ListedRule } from '../../engine.js';

/** All that a format needs to tell findings, besides the findings. */
export interface Presentation {
  cwd: string;
  /** Files that were checked, in the order given. */
  files: readonly string[];
  counts: FindingCounts;
  rules: readonly ListedRule[];
  messageOf(finding: Finding): string;
  relatedPlacesOf(finding: Finding): RelatedPlace[];
  /** Markdown; nothing for rules of the author. */
  rulePage(id: string): string | undefined;
  linesOf(uri: string): readonly string[] | undefined;
}
