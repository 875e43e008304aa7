import type { Accepted, Finding, Report } from '@fiscal/core';
import { templateChecks } from './check-files.js';
import type { DefinitionsOfSide, ReportOfSide } from './commands/pair-reports.js';
import type { Context } from './context.js';
import type { Source } from './engine.js';
import { type Examined, examine } from './examine.js';
import type { Side, Sides } from './input/repository.js';
import { SourceFiles } from './input/source-files.js';
import { relativeUri } from './output/place.js';
import { printError } from './output/print.js';

/** What one side of a comparison says, and all that is found in it. */
export interface ExaminedSide {
  reports: ReportOfSide[];
  definitions: DefinitionsOfSide[];
  findings: readonly Finding[];
  accepted: readonly Accepted[];
  files: SourceFiles;
  isWhole: boolean;
}

/**
 * Both sides, without what cannot be read on one of them, which is told: of a file that is there on both, the other
 * version alone would look like one that came or went.
 */
export async function examineSides(sides: Sides, context: Context) {
  const [before, after] = [readSide(sides.old, context), readSide(sides.new, context)];
  for (const line of [...before.failures, ...after.failures]) printError(line, context.io);
  const unreadable = new Set([...before.unreadable, ...after.unreadable]);
  const old = await examineRead(before, unreadable, context);
  const next = await examineRead(after, unreadable, context);
  const isWhole = unreadable.size === 0 && old.isWhole && next.isWhole;
  return { old, new: next, isWhole };
}

/** All reports of one side, loaded together: what they refer to is taken from the same side. */
export async function examineSide(side: Side, context: Context): Promise<ExaminedSide> {
  const read = readSide(side, context);
  return examineRead(read, new Set(), context);
}

/** The texts of one side. */
interface ReadSide {
  host: SourceFiles;
  sources: { source: Source; key: string }[];
  offering: Source[];
  failures: string[];
  /** Keys of what cannot be read. */
  unreadable: string[];
}

function readSide({ store, files, offering = [] }: Side, { io }: Context): ReadSide {
  const host = new SourceFiles(io.cwd, store);
  const read: ReadSide = { host, sources: [], offering: [], failures: [], unreadable: [] };
  // One that cannot be read is told where it changes.
  read.offering = host.readEach([...offering]).sources;
  for (const { path, key } of files) {
    const { sources, failures } = read.host.readEach([path]);
    read.sources.push(...sources.map((source) => ({ source, key })));
    read.failures.push(...failures);
    if (failures.length > 0) read.unreadable.push(key);
  }
  return read;
}

async function examineRead(
  { host, sources: all, offering }: ReadSide,
  without: ReadonlySet<string>,
  context: Context,
): Promise<ExaminedSide> {
  const kept = all.filter(({ key }) => !without.has(key));
  const prepare = (reports: Report[]) => templateChecks(reports, context);
  const sources = kept.map(({ source }) => source);
  const examined = await examine(sources, host, context, { prepare, offering });
  const keys = new Map(kept.map(({ source, key }) => [source.uri, key]));
  const definitions = definitionsOfSide(examined, keys, context);
  return { ...examined, reports: reportsOfSide(examined, keys, context), definitions, files: host };
}

interface Found {
  reports: readonly Report[];
  findings: readonly Finding[];
  accepted?: readonly Accepted[];
}

/** Reports with what was found in each; `keys` by the uris of their files. */
export function reportsOfSide(
  { reports, findings, accepted = [] }: Found,
  keys: ReadonlyMap<string, string>,
  { io }: Context,
): ReportOfSide[] {
  return reports.map((report) => ({
    report,
    findings: findingsOf(report, reports, findings),
    accepted: acceptedOf(report, reports, accepted),
    name: relativeUri(report.uri, io.cwd),
    key: keys.get(report.uri) ?? report.uri,
  }));
}

function definitionsOfSide(
  { definitions, findings }: Examined,
  keys: ReadonlyMap<string, string>,
  { io }: Context,
): DefinitionsOfSide[] {
  return definitions.map((one) => ({
    uri: one.uri,
    definitions: one,
    findings: findings.filter(({ origin }) => origin.uri === one.uri),
    name: relativeUri(one.uri, io.cwd),
    key: keys.get(one.uri) ?? one.uri,
  }));
}

function findingsOf(report: Report, all: readonly Report[], findings: readonly Finding[]): Finding[] {
  const inFile = all.filter(({ uri }) => uri === report.uri);
  return findings.filter((finding) => isOf(finding, report, inFile));
}

function acceptedOf(report: Report, all: readonly Report[], accepted: readonly Accepted[]): Accepted[] {
  const inFile = all.filter(({ uri }) => uri === report.uri);
  return accepted.filter(({ finding }) => isOf(finding, report, inFile));
}

/** Of several reports in a file a finding is of the last that begins above it. */
function isOf({ origin }: Finding, report: Report, inFile: readonly Report[]): boolean {
  if (origin.uri !== report.uri) return false;
  const begins = ({ base }: Report) => base.origin.range.start.line;
  const above = inFile.filter((one) => begins(one) <= origin.range.start.line);
  return (above.at(-1) ?? inFile[0]) === report;
}
