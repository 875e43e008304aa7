import { type Finding, hasOwnTemplate, type Report, unknownNames } from '@fiscal/core';
import { compose } from './compose.js';

/** What is wrong in a template of an author: as this report is composed, and names in what it does not come to. */
export function templateFindings(report: Report): Finding[] {
  const { template, base } = report;
  if (!template || !hasOwnTemplate(report)) return [];
  const found = compose(report).findings;
  const places = new Set(found.map(placeOf));
  return [...found, ...unknownNames(template, base).filter((finding) => !places.has(placeOf(finding)))];
}

function placeOf({ rule, origin: { uri, range } }: Finding): string {
  return JSON.stringify([rule, uri, range.start, range.end]);
}
