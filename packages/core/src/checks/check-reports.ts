import { uncontained } from '../findings/defects.js';
import type { Finding } from '../findings/finding.js';
import { readTexts } from '../formulas/texts/read-texts.js';
import { withoutDuplicates } from '../findings/without-duplicates.js';
import { comparePositions } from '../model/origin.js';
import type { Report } from '../model/report.js';
import { type Examined, examineReport, type ExamineOptions } from './check-report.js';
import { formulaFindings } from './holes.js';
import { withoutFollowing } from './unread.js';
import { isUnreadable } from './unsettled.js';
import type { RuleId } from '../vocabulary/rules.zh.js';

interface Loaded {
  reports: readonly Report[];
  findings: readonly Finding[];
}

/** All that is found in reports that were loaded together, for whoever asks for nothing else; see `examineReports`. */
export function checkReports(
  loaded: Loaded,
  more?: (report: Report) => readonly Finding[],
  today?: string,
): Finding[] {
  return examineReports(loaded, more, { today }).findings;
}

/**
 * All that is found in reports that were loaded together, by loading and by the checks, and what of it the authors
 * accept. A report may accept whatever was found in its file, so its check is given all of that.
 * `more` finds what only the caller's own work can tell.
 */
export function examineReports(
  { reports, findings }: Loaded,
  more: (report: Report) => readonly Finding[] = () => [],
  options: ExamineOptions = {},
): Examined {
  const { contain = uncontained } = options;
  const others = new Map<Report | undefined, Finding[]>();
  for (const finding of findings) {
    const owner = reportAt(finding, reports);
    if (!others.get(owner)?.push(finding)) others.set(owner, [finding]);
  }
  const examined = reports.map((report) => {
    const own = others.get(report) ?? [];
    const reading = once(() => readTexts(report));
    const ofTexts = () => withoutFollowing(formulaFindings(report, reading()), report.base);
    const found = [ofTexts, more].flatMap((find) => contain(report.base.origin, () => find(report)) ?? []);
    // What cannot be read may be what seems to be missing.
    const told = own.some(isUnreadable) ? found.filter(({ rule }) => !ofTemplate.has(rule)) : found;
    return examineReport(report, [...own, ...told], { ...options, reading });
  });
  const accepted = examined.flatMap((one) => one.accepted);
  // What is mistaken in a text is told when it is read, and again by whoever tries a template of its author's.
  const distinct = new Set(withoutDuplicates(accepted.map(({ finding }) => finding)));
  return {
    findings: withoutDuplicates([
      ...(others.get(undefined) ?? []),
      ...examined.flatMap((one) => one.findings),
    ]),
    accepted: accepted.filter(({ finding }) => distinct.has(finding)),
    judgements: new Map(examined.flatMap((one) => [...one.judgements])),
  };
}

/** Asked again only when it failed. */
function once<T>(ask: () => T): () => T {
  let known: { answer: T } | undefined;
  return () => (known ??= { answer: ask() }).answer;
}

/** What a template prints and the report does not have, and what the report has and the template does not print. */
const ofTemplate = new Set<string>(['D012', 'D015', 'D017'] satisfies RuleId[]);

/** The report that a finding stands in; what stands before the first one of a file is told with that. */
function reportAt({ origin }: Finding, reports: readonly Report[]): Report | undefined {
  const inFile = reports.filter(({ uri }) => uri === origin.uri);
  const begun = ({ base }: Report) => comparePositions(base.origin.range.start, origin.range.start) <= 0;
  return inFile.findLast(begun) ?? inFile[0];
}
