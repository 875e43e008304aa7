import { type Contain, uncontained } from '../findings/defects.js';
import type { Finding } from '../findings/finding.js';
import { withoutDuplicates } from '../findings/without-duplicates.js';
import type { Report } from '../report.js';
import { checkReport } from './check-report.js';
import { checkTexts } from './holes.js';

/**
 * All that is found in reports that were loaded together: what loading found and what the checks find.
 * A report may accept whatever was found in its file, so its check is given all of that.
 * `more` finds what only the caller's own work can tell; `today` (2025-06-30) tells which acceptances ran out;
 * `contain` keeps a defect of ours in one check of one report.
 */
export function checkReports(
  { reports, findings }: { reports: readonly Report[]; findings: readonly Finding[] },
  more: (report: Report) => readonly Finding[] = () => [],
  today?: string,
  contain: Contain = uncontained,
): Finding[] {
  let others = [...findings];
  const checked = reports.flatMap((report) => {
    const own = others.filter(({ origin }) => origin.uri === report.uri);
    others = others.filter(({ origin }) => origin.uri !== report.uri);
    const found = [checkTexts, more].flatMap((find) => contain(report.base.origin, () => find(report)) ?? []);
    return checkReport(report, [...own, ...found], today, contain);
  });
  // The holes of a text are read when it is checked and again when it is composed.
  return withoutDuplicates([...others, ...checked]);
}
