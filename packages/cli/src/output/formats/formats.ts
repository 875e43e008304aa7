import type { Finding } from '@fiscal/core';
import type { Output } from '../../io.js';
import { printJson, printText } from '../print.js';
import { githubText } from './github.js';
import { jsonOf } from './json.js';
import { junitText } from './junit.js';
import { markdownText } from './markdown.js';
import type { Presentation } from './presentation.js';
import { sarifOf } from './sarif.js';

type Printer = (findings: Finding[], presentation: Presentation, output: Output) => void;

const printers = {
  json: (findings, presentation, output) => printJson(jsonOf(findings, presentation), output),
  sarif: (findings, presentation, output) => printJson(sarifOf(findings, presentation), output),
  github: (findings, presentation, output) => printText(githubText(findings, presentation), output),
  junit: (findings, presentation, output) => printText(junitText(findings, presentation), output),
  markdown: (findings, presentation, output) => printText(markdownText(findings, presentation), output),
} satisfies Record<string, Printer>;

/** `text` is for a reader at a terminal; the others are for programs. */
export type Format = 'text' | keyof typeof printers;

export const formats: readonly Format[] = ['text', 'json', 'sarif', 'github', 'junit', 'markdown'];

/** Findings for another program. */
export function printFormatted(
  format: Exclude<Format, 'text'>,
  findings: Finding[],
  presentation: Presentation,
  output: Output,
): void {
  printers[format](findings, presentation, output);
}
