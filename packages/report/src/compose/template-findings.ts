import { type Finding, hasOwnTemplate, type Report, unknownNames } from '@fiscal/core';
import { compose } from './compose.js';
import { missingBlockFindings } from './missing-blocks.js';

/**
 * What a template tells of a report: what it prints and the report does not have, and what is wrong in it, if it is an
 * author's: as this report is composed, and names in what it does not come to.
 */
export function templateFindings(report: Report): Finding[] {
  const { template, base } = report;
  if (!template) return [];
  if (!hasOwnTemplate(report)) return missingBlockFindings(report);
  const composition = compose(report);
  const found = composition.findings;
  const places = new Set(found.map(placeOf));
  const unknown = unknownNames(template, base).filter((finding) => !places.has(placeOf(finding)));
  return [...found, ...unknown, ...missingBlockFindings(report, () => composition)];
}

function placeOf({ rule, origin: { uri, range } }: Finding): string {
  return JSON.stringify([rule, uri, range.start, range.end]);
}
