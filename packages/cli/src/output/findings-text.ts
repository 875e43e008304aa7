import type { Acceptance, Finding } from '@fiscal/core';
import { messages } from '../messages.zh.js';
import { acceptanceWords } from './acceptance.js';
import type { Colors, Paint } from './colors.js';
import { excerptOf } from './excerpt.js';
import { operandLines } from './operands.js';
import { placeOf } from './place.js';
import { visible } from './visible-text.js';

/** What it takes to show findings to a reader. */
export interface Presentation {
  cwd: string;
  colors: Colors;
  /** Columns of the terminal. */
  columns: number;
  /** Lines of a source file; undefined when it is none of the files read. */
  linesOf(uri: string): string[] | undefined;
  messageOf(finding: Finding): string;
  /** By which statement the author accepts it. */
  acceptanceOf(finding: Finding): Acceptance | undefined;
}

const indent = '    ';

/** A finding as text: place, severity, rule and message; the source with carets; the figures that take part. */
export function findingText(finding: Finding, presentation: Presentation): string {
  const lines = [
    headline(finding, presentation),
    ...excerptLines(finding, presentation),
    ...operandLines(finding, presentation.cwd).map((line) => indent + visible(line)),
    ...acceptanceLines(finding, presentation),
  ];
  return lines.join('\n') + '\n';
}

function acceptanceLines(finding: Finding, { acceptanceOf, cwd }: Presentation): string[] {
  const by = acceptanceOf(finding);
  return by ? [`${indent}${visible(`${acceptanceWords(by)}  ${placeOf(by.origin, cwd)}`)}`] : [];
}

function headline(finding: Finding, presentation: Presentation): string {
  const { colors } = presentation;
  const paint = colors.severity[finding.severity];
  const place = colors.strong(visible(placeOf(finding.origin, presentation.cwd)));
  return [
    place,
    paint(messages.severity[finding.severity]),
    finding.rule,
    messageLine(finding, presentation),
  ].join(' ');
}

function messageLine(finding: Finding, presentation: Presentation): string {
  return visible(presentation.messageOf(finding)).replaceAll('\n', `\n${indent}`);
}

function excerptLines(finding: Finding, { linesOf, columns, colors }: Presentation): string[] {
  const lines = linesOf(finding.origin.uri);
  const excerpt = lines && excerptOf(lines, finding.origin.range, Math.max(40, columns - 10));
  if (!excerpt) return [];
  return withGutter(excerpt.number, colors.faint, [
    excerpt.source,
    `${excerpt.indent}${colors.severity[finding.severity](excerpt.carets)}${excerpt.remark}`,
  ]);
}

/** `  12 | text`, and no number on the lines after the first. */
function withGutter(number: string, faint: Paint, lines: string[]): string[] {
  const width = Math.max(5, number.length);
  return lines.map((line, index) =>
    `${faint(`${(index === 0 ? number : '').padStart(width)} |`)} ${line}`.trimEnd(),
  );
}
