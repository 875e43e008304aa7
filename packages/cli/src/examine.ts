import type { Accepted, Finding, Report } from '@fiscal/core';
import type { FileDefinitions } from '@fiscal/language';
import type { Context } from './context.js';
import type { Source } from './engine.js';
import type { SourceFiles } from './input/source-files.js';
import { printDefects } from './output/defects.js';

export interface Examined {
  /** Reports of the given sources; those of files that they refer to are not among them. */
  reports: Report[];
  /** What files without a report define. */
  definitions: FileDefinitions[];
  /** Findings of the language and of the checks, by file in the order given, then by place. */
  findings: Finding[];
  /** What the authors accept, in the same order; among the findings too where nothing is to be suppressed. */
  accepted: Accepted[];
  /** False when a defect of ours kept something from being looked at. */
  isWhole: boolean;
}

/** Finds what only a command's own work can tell of a report. */
export type More = (report: Report) => Finding[];

interface ExamineOptions {
  /** False: what the authors accept is told as well. */
  suppress?: boolean;
  /** What the sources are written after, besides: nothing is told of it. */
  offering?: readonly Source[];
  /** Gives what finds more in the reports. */
  prepare?: (reports: Report[]) => Promise<More>;
}

/** Loads sources as one workspace and checks their reports. */
export async function examine(
  sources: Source[],
  files: SourceFiles,
  context: Context,
  { suppress = true, offering = [], prepare = async () => () => [] }: ExamineOptions = {},
): Promise<Examined> {
  const [{ load }, core] = await Promise.all([context.engine.language(), context.engine.core()]);
  const defects = new core.Defects();
  const own = new Set(sources.map(({ uri }) => uri));
  const loaded = load([...sources, ...offering], files, ({ uri }) => own.has(uri), defects.contain);
  const offered = new Set(offering.map(({ uri }) => uri));
  const workspace = { ...loaded, findings: loaded.findings.filter(({ origin }) => !offered.has(origin.uri)) };
  const reports = workspace.reports.filter(({ uri }) => own.has(uri));
  const more = await prepare(reports);
  const today = core.dayOf(context.io.now());
  const options = { today, suppress, contain: defects.contain };
  const examined = core.examineReports({ ...workspace, reports }, more, options);
  printDefects(defects.met, context.io);
  return {
    reports,
    definitions: workspace.definitions,
    findings: inReadingOrder([...examined.findings, ...defects.findings()], sources, (finding) => finding),
    accepted: inReadingOrder(examined.accepted, sources, ({ finding }) => finding),
    isWhole: defects.met.length === 0,
  };
}

/** What has to be mended or accepted; the rest are notes. */
export function isSerious({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

export function countErrors(findings: Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function inReadingOrder<T>(list: readonly T[], sources: Source[], findingOf: (item: T) => Finding): T[] {
  const order = new Map(sources.map(({ uri }, index) => [uri, index]));
  const rank = ({ origin }: Finding) => order.get(origin.uri) ?? sources.length;
  return list.toSorted((one, other) => {
    const [a, b] = [findingOf(one), findingOf(other)];
    return (
      rank(a) - rank(b) ||
      a.origin.range.start.line - b.origin.range.start.line ||
      a.origin.range.start.character - b.origin.range.start.character
    );
  });
}
