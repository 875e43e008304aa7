import type { Finding, Report } from '@fiscal/core';
import type { Context } from './context.js';
import type { Source } from './engine.js';
import type { SourceFiles } from './input/source-files.js';
import { printDefects } from './output/defects.js';

export interface Examined {
  /** Reports of the given sources; those of files that they refer to are not among them. */
  reports: Report[];
  /** Findings of the language and of the checks, by file in the order given, then by place. */
  findings: Finding[];
  /** False when a defect of ours kept something from being looked at. */
  isWhole: boolean;
}

/** Finds what only a command's own work can tell of a report. */
export type More = (report: Report) => Finding[];

interface ExamineOptions {
  /** False: what the authors accept is told as well. */
  suppress?: boolean;
  /** Gives what finds more in the reports. */
  prepare?: (reports: Report[]) => Promise<More>;
}

/** Loads sources as one workspace and checks their reports. */
export async function examine(
  sources: Source[],
  files: SourceFiles,
  context: Context,
  { suppress = true, prepare = async () => () => [] }: ExamineOptions = {},
): Promise<Examined> {
  const [{ load }, core] = await Promise.all([context.engine.language(), context.engine.core()]);
  const defects = new core.Defects();
  const workspace = load(sources, files, undefined, defects.contain);
  const reports = workspace.reports
    .filter(({ uri }) => sources.some((source) => source.uri === uri))
    .map((report) => (suppress ? report : { ...report, suppressions: [], severityChanges: [] }));
  const more = await prepare(reports);
  const today = core.dayOf(context.io.now());
  const found = core.checkReports({ ...workspace, reports }, more, today, defects.contain);
  const findings = inReadingOrder([...found, ...defects.findings()], sources);
  printDefects(defects.met, context.io);
  return { reports, findings, isWhole: defects.met.length === 0 };
}

export function countErrors(findings: Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function inReadingOrder(findings: Finding[], sources: Source[]): Finding[] {
  const order = new Map(sources.map(({ uri }, index) => [uri, index]));
  const rank = (finding: Finding) => order.get(finding.origin.uri) ?? sources.length;
  return findings.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.origin.range.start.line - b.origin.range.start.line ||
      a.origin.range.start.character - b.origin.range.start.character,
  );
}
