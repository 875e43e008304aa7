import type { Finding } from '@fiscal/core';
import { githubText } from './github.js';
import { jsonText } from './json.js';
import { junitText } from './junit.js';
import { markdownText } from './markdown.js';
import type { Presentation } from './presentation.js';
import { sarifText } from './sarif.js';

type Writer = (findings: Finding[], presentation: Presentation) => string;

const writers = {
  json: (findings, { messageOf }) => jsonText(findings, messageOf),
  sarif: sarifText,
  github: githubText,
  junit: junitText,
  markdown: markdownText,
} satisfies Record<string, Writer>;

/** `text` is for a reader at a terminal; the others are for programs. */
export type Format = 'text' | keyof typeof writers;

export const formats: readonly Format[] = ['text', 'json', 'sarif', 'github', 'junit', 'markdown'];

/** Findings for another program. */
export function formatted(
  format: Exclude<Format, 'text'>,
  findings: Finding[],
  presentation: Presentation,
): string {
  return writers[format](findings, presentation);
}
