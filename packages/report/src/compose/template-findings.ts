import { type Finding, hasOwnTemplate, type Report, unknownNames } from '@fiscal/core';
import { compose } from './compose.js';
import { missingBlockFindings } from './missing-blocks.js';
import { unprintedFindings } from './unprinted.js';
import { unusedTextFindings } from './unused-texts.js';

/**
 * What a template tells of a report: what it prints and the report does not have, what it does not print, and what is
 * wrong in it, if it is an author's: as this report is composed, and names in what it does not come to. Composing takes
 * longer than all checks: with a template of the library only texts are looked for that it never names.
 */
export function templateFindings(report: Report): Finding[] {
  const { template, base } = report;
  if (!template) return [];
  if (!hasOwnTemplate(report)) return [...missingBlockFindings(report), ...unusedTextFindings(report)];
  const composition = compose(report);
  const found = composition.findings;
  const places = new Set(found.map(placeOf));
  const unknown = unknownNames(template, base).filter((finding) => !places.has(placeOf(finding)));
  const missing = missingBlockFindings(report, () => composition);
  return [...found, ...unknown, ...missing, ...unprintedFindings(report, composition, unknown)];
}

function placeOf({ rule, origin: { uri, range } }: Finding): string {
  return JSON.stringify([rule, uri, range.start, range.end]);
}
