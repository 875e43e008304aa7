import { examineReport, type Finding, messageOf, type Report } from '../src/index.js';
import { type BuilderOptions, reportOf } from './report-builder.js';

/**
 * Findings as lines `N1201 error 3.12 「…」…`: rule, severity, place (line from 1, the word at the place), message.
 * Classification checks are left to their own tests.
 */
export function findingsIn(text: string, options?: BuilderOptions): string[] {
  return linesOf(reportOf(text, options), text);
}

export function linesOf(report: Report, text: string): string[] {
  return figureFindings(report).map(
    (finding) => `${finding.rule} ${finding.severity} ${placeIn(text, finding)} ${messageOf(finding)}`,
  );
}

/** Just the rule, severity and place. */
export function briefly(text: string, options?: BuilderOptions): string[] {
  return figureFindings(reportOf(text, options)).map(
    (finding) => `${finding.rule} ${finding.severity} ${placeIn(text, finding)}`,
  );
}

export function figureFindings(report: Report): Finding[] {
  return examineReport(report).findings.filter(({ rule }) => !rule.startsWith('C'));
}

function placeIn(text: string, { origin: { range } }: Finding): string {
  const line = text.split('\n')[range.start.line] ?? '';
  const word = line.slice(range.start.character, range.end.character);
  return `${range.start.line + 1}:${word}`;
}
