import { type Finding, hasOwnTemplate, type Report } from '@fiscal/core';
import { compose } from './compose.js';

/** What is wrong in a template of an author, as far as this report comes to it. */
export function templateFindings(report: Report): Finding[] {
  return hasOwnTemplate(report) ? compose(report).findings : [];
}
