import type { Finding } from '@fiscal/core';
import type { Output } from '../../io.js';
import { printJson, printText } from '../print.js';
import type { Presentation } from './presentation.js';

type Printer = (findings: Finding[], presentation: Presentation, output: Output) => Promise<void>;

/** Each is loaded when it is wanted. */
const printers = {
  async json(findings, presentation, output) {
    const { jsonOf } = await import('./json.js');
    printJson(jsonOf(findings, presentation), output);
  },
  async sarif(findings, presentation, output) {
    const { sarifOf } = await import('./sarif.js');
    printJson(sarifOf(findings, presentation), output);
  },
  async github(findings, presentation, output) {
    const { githubText } = await import('./github.js');
    printText(githubText(findings, presentation), output);
  },
  async junit(findings, presentation, output) {
    const { junitText } = await import('./junit.js');
    printText(junitText(findings, presentation), output);
  },
  async markdown(findings, presentation, output) {
    const { markdownText } = await import('./markdown.js');
    printText(markdownText(findings, presentation), output);
  },
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
): Promise<void> {
  return printers[format](findings, presentation, output);
}
