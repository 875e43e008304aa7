import type { Changes, SentenceChange } from '@fiscal/compare';
import type { Report } from '@fiscal/core';
import type { Context } from '../context.js';
import { examineSides } from '../examine-side.js';
import { Failure } from '../failure.js';
import { isDocument } from '../input/documents.js';
import { sidesOf } from '../input/diff-sides.js';
import type { Sides } from '../input/repository.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { type ComparedReport, isSameReport, printChanges } from '../output/changes/formats.js';
import type { ChangeFormat } from '../output/changes/formats.js';
import { relativeUri } from '../output/place.js';
import { printLine } from '../output/print.js';
import { formatOf } from './format-of-source.js';
import { printedOtherwise } from './printed-otherwise.js';
import {
  type DefinitionsOfSide,
  pairDefinitions,
  pairReports,
  type ReportOfSide,
  type ReportPair,
} from './pair-reports.js';

export interface DiffOptions {
  staged?: boolean;
  /** Two years set against each other; from which change on a figure needs a reason. */
  years?: boolean;
  minChange?: string;
  minRate?: string;
  format: ChangeFormat;
}

/** Compares two versions of reports; 1 when something in them is another, 2 when something could not be compared. */
export async function diff(
  operands: readonly string[],
  options: DiffOptions,
  context: Context,
): Promise<ExitCode> {
  return diffSides(await sidesOf(operands, options.staged ?? false, context), options, context);
}

/** Compares what two sides hold. */
export async function diffSides(sides: Sides, options: DiffOptions, context: Context): Promise<ExitCode> {
  const { old, new: next, isWhole } = await examineSides(sides, context);
  const held = [old, next].flatMap(({ reports, definitions }) => [...reports, ...definitions]);
  if (isWhole && sides.old.files.length + sides.new.files.length > 0 && held.length === 0)
    throw new Failure(messages.noReportOnEitherSide);
  const comparison = await context.engine.comparison();
  if (options.years) {
    const compared = yearsOf(old.reports, next.reports, options, comparison);
    await printChanges(options.format, compared, isWhole, context);
    if (!isWhole) return 2;
    return compared.every((one) => isSameReport(one, comparison)) ? 0 : 1;
  }
  const compared: ComparedReport[] = [];
  for (const pair of pairReports(old.reports, next.reports)) {
    const changes = await changesOf(pair, comparison, context);
    const printed = await printedByTemplates(pair, changes, context);
    compared.push({ ...pair, name: (pair.new ?? pair.old)!.name, changes, printed });
  }
  const files = definitionsCompared(old.definitions, next.definitions, comparison);
  const shared = comparison.tellSharedOnce(
    compared.map(({ changes }) => changes),
    files.map(({ changes }) => changes),
  );
  for (const changes of shared) {
    const { old: before = '', new: after = before } = changes.definitions ?? {};
    files.push({ name: relativeUri(after, context.io.cwd), changes });
  }
  // Beside reports only those that say something else are worth a word.
  const isTold = ({ changes }: ComparedReport) => compared.length === 0 || !comparison.isSame(changes);
  compared.push(...files.filter(isTold));
  comparison.markMovesBetween(compared.map(({ changes }) => changes));
  await printChanges(options.format, compared, isWhole, context);
  if (!isWhole) return 2;
  return compared.every(({ changes }) => comparison.isSame(changes)) ? 0 : 1;
}

/** Files without a report, that others are written after. */
function definitionsCompared(
  old: readonly DefinitionsOfSide[],
  next: readonly DefinitionsOfSide[],
  { compareDefinitions }: Comparing,
): ComparedReport[] {
  return pairDefinitions(old, next).map((pair) => ({
    name: (pair.new ?? pair.old)!.name,
    changes: compareDefinitions(pair.old, pair.new),
  }));
}

/** Reports of one name, this year's behind last year's. */
function yearsOf(
  old: readonly ReportOfSide[],
  next: readonly ReportOfSide[],
  { minChange = '10', minRate = '30' }: DiffOptions,
  { compareYears, noChanges }: Comparing,
): ComparedReport[] {
  const thresholds = { amount: minChange, rate: minRate };
  const pairs = next.flatMap((one) => {
    const { name, year } = one.report.base;
    const before = old.filter(({ report: { base } }) => base.year === year - 1);
    const found =
      before.find(({ report: { base } }) => base.name === name) ??
      (next.length === 1 ? before[0] : undefined);
    return found ? [{ old: found, new: one }] : [];
  });
  if (pairs.length === 0) throw new Failure(messages.noFollowingYears);
  const apart = new Set(pairs.map((pair) => pair.new.report.uri));
  return pairs.map((pair) => ({
    ...pair,
    name: pair.new.name,
    changes: noChanges(pair.old.report, pair.new.report),
    years: compareYears(pair.old.report, pair.new.report, thresholds, ({ origin }) => apart.has(origin.uri)),
  }));
}

type Comparing = Awaited<ReturnType<Context['engine']['comparison']>>;

async function changesOf(
  { old, new: next }: ReportPair,
  { compare, compareAlone, withoutRestated }: Comparing,
  context: Context,
): Promise<Changes> {
  if (!old || !next) return old ? compareAlone(old, 'old') : compareAlone(next!, 'new');
  const changes = compare(old, next);
  if (!isDocument(old.name) && !isDocument(next.name)) return changes;
  const publishing = await context.engine.publishing();
  const sources = [old, next].filter(({ name, report }) => !isDocument(name) && report.template);
  const formats = sources.map(({ report }) => formatOf(report, publishing));
  const unseen = formats.reduce((count, format) => count + format.unseen, 0);
  if (unseen > 0) printLine(messages.unseenNotCompared(unseen), context.io.stderr);
  return withoutRestated(changes, old.report, next.report, (change) =>
    formats.some(({ leavesOut }) => leavesOut(change)),
  );
}

/** What another template, or the same one in other words, makes of the new report. */
async function printedByTemplates(
  { old, new: next }: ReportPair,
  { typed }: Changes,
  { engine }: Context,
): Promise<SentenceChange[]> {
  const isOther = typed.some((change) => change.kind === 'definition' && change.of === 'template');
  if (!isOther || !old?.report.template || !next) return [];
  const [publishing, comparison] = await Promise.all([engine.publishing(), engine.comparison()]);
  const printed = (template: Report['template']) =>
    publishing.compose({ ...next.report, ...(template && { template }) }).document;
  const [before, after] = [printed(old.report.template), printed(next.report.template)];
  return printedOtherwise(before, after, { comparison, publishing });
}
