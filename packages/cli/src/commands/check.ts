import { dirname } from 'node:path';
import type { Accepted, Finding, Report, Severity } from '@fiscal/core';
import { baselineText, compareWithBaseline } from '../baseline.js';
import type { Context } from '../context.js';
import { examine, type Examined, type More } from '../examine.js';
import { Failure } from '../failure.js';
import { type Inputs, type InputOptions, inputsOf } from '../input/check-inputs.js';
import { givenPath } from '../input/given-path.js';
import { readText } from '../input/read-text.js';
import { SourceFiles } from '../input/source-files.js';
import type { ExitCode } from '../io.js';
import { mendFiles } from '../mend-files.js';
import { messages } from '../messages.zh.js';
import { type Format, printFormatted } from '../output/formats/formats.js';
import type { Presentation } from '../output/formats/presentation.js';
import { statisticsOf, statisticsText } from '../output/formats/statistics.js';
import type { Naming } from '../output/identity.js';
import { relativePath } from '../output/place.js';
import { printError, printFindings, printJson, printLine, printText } from '../output/print.js';
import { summaryLine } from '../output/summary.js';
import { writeText } from '../output/write-file.js';

export interface CheckOptions extends InputOptions {
  format: Format;
  minSeverity: Severity;
  /** `--no-suppress` gives false: what the authors accepted is told as well. */
  suppress: boolean;
  statistics?: boolean;
  baseline?: string;
  writeBaseline?: string;
  maxWarnings?: number;
}

const ranks: Record<Severity, number> = { error: 3, warning: 2, information: 1, hint: 0 };

/** Checks files as one workspace and reports what was found; 1 when an error or a warning is among what is shown. */
export async function check(operands: string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  const inputs = await inputsOf(operands, options, context.io);
  const first = await examineFiles(inputs, options, context);
  const mended = options.fix ? await mendFiles(first.presentation.files, first.findings, context) : 0;
  const checked = mended > 0 ? await examineFiles(inputs, options, context) : first;
  if (options.writeBaseline !== undefined) return writeBaseline(options.writeBaseline, checked, context);
  const { fresh, known, gone } = await withoutKnown(checked, options.baseline, context);
  const isShown = ({ severity }: Finding) => ranks[severity] >= ranks[options.minSeverity];
  const shown = fresh.filter(isShown);
  const { countFindings } = await context.engine.core();
  const counts = countFindings(shown);
  const accepted = options.suppress ? checked.accepted.filter(({ finding }) => isShown(finding)) : [];
  await present(shown, options, checked.files, { ...checked.presentation, counts, accepted }, context);
  if (options.format === 'text') {
    const unfilled = await countUnfilled(checked.reports, context);
    const hidden = fresh.length - shown.length;
    printLine(
      summaryLine(checked.presentation.files.length, counts, { unfilled, hidden, known }),
      context.io.stdout,
    );
    const changes = options.suppress ? checked.reports.flatMap(({ severityChanges }) => severityChanges) : [];
    printRemarks({ accepted: accepted.length, mended, gone, changes: changes.length }, context);
  }
  if (!checked.isWhole) return 2;
  const tooMany = counts.warnings > (options.maxWarnings ?? 0);
  return counts.errors > 0 || tooMany ? 1 : 0;
}

/** What stands below the summary, each where there is something to say. */
function printRemarks(
  { accepted, mended, gone, changes }: Record<'accepted' | 'mended' | 'gone' | 'changes', number>,
  { io: { stdout } }: Context,
): void {
  if (accepted > 0) printLine(messages.acceptedCount(accepted), stdout);
  if (mended > 0) printLine(messages.mended(mended), stdout);
  if (gone > 0) printLine(messages.baselineGone(gone), stdout);
  if (changes > 0) printLine(messages.changedSeverities(changes), stdout);
}

async function writeBaseline(
  name: string,
  { findings, files }: Checked,
  context: Context,
): Promise<ExitCode> {
  const { cwd, stdout } = context.io;
  const path = givenPath(name, cwd);
  await writeText(path, baselineText(findings, await namingFor(path, files, context)), cwd);
  printLine(messages.baselineWritten(relativePath(path, cwd), findings.length), stdout);
  return 0;
}

/** What was found, with all that telling it needs. */
interface Checked extends Examined {
  files: SourceFiles;
  presentation: Omit<Presentation, 'counts' | 'accepted'>;
}

async function examineFiles(
  { paths, store }: Inputs,
  { suppress }: CheckOptions,
  context: Context,
): Promise<Checked> {
  const files = new SourceFiles(context.io.cwd, store);
  const { sources, failures } = files.readEach(paths);
  if (sources.length === 0 && failures.length > 0) throw new Failure(...failures);
  for (const line of failures) printError(line, context.io);
  const examined = await examine(sources, files, context, {
    suppress,
    prepare: (all) => templateChecks(all, context),
  });
  const [{ listRules, rulePage }, { messageOf, relatedPlacesOf }] = await Promise.all([
    context.engine.language(),
    context.engine.core(),
  ]);
  const presentation = {
    cwd: context.io.cwd,
    files: sources.map(({ uri }) => uri),
    rules: [...examined.reports.flatMap(({ rules }) => rules), ...listRules()],
    messageOf,
    acceptanceOf: acceptances(examined.accepted),
    relatedPlacesOf,
    rulePage,
    linesOf: (uri: string) => files.linesOf(uri),
  };
  return { ...examined, isWhole: examined.isWhole && failures.length === 0, files, presentation };
}

function acceptances(accepted: readonly Accepted[]): Presentation['acceptanceOf'] {
  const byFinding = new Map(accepted.map(({ finding, by }) => [finding, by]));
  return (finding) => byFinding.get(finding);
}

async function withoutKnown(
  { findings, files }: Checked,
  baseline: string | undefined,
  context: Context,
): Promise<{ fresh: Finding[]; known: number; gone: number }> {
  if (baseline === undefined) return { fresh: findings, known: 0, gone: 0 };
  const { cwd } = context.io;
  const path = givenPath(baseline, cwd);
  const { text } = readText(path, cwd);
  return compareWithBaseline(findings, text, relativePath(path, cwd), await namingFor(path, files, context));
}

/** What a baseline says must not depend on where the command is called: files are named from where it lies. */
async function namingFor(baseline: string, files: SourceFiles, { engine }: Context): Promise<Naming> {
  const { messageOf } = await engine.core();
  return { cwd: dirname(baseline), messageOf, linesOf: (uri) => files.linesOf(uri) };
}

/** Templates that are not of the library are tried on their reports. */
async function templateChecks(reports: Report[], { engine }: Context): Promise<More> {
  const { hasOwnTemplate } = await engine.core();
  return reports.some(hasOwnTemplate) ? (await engine.publishing()).templateFindings : () => [];
}

/** Figures that the authors left open: a report without findings may still be unfinished. */
async function countUnfilled(reports: Report[], { engine }: Context): Promise<number> {
  const { listFacts } = await engine.core();
  return reports.flatMap(({ base }) => listFacts(base)).filter(({ state }) => state === 'unfilled').length;
}

async function present(
  findings: Finding[],
  { format, statistics }: CheckOptions,
  files: SourceFiles,
  presentation: Presentation,
  context: Context,
): Promise<void> {
  const { stdout } = context.io;
  if (statistics && format === 'json') printJson(statisticsOf(findings, presentation), stdout);
  else if (statistics) printText(statisticsText(findings, presentation), stdout);
  else if (format === 'text')
    await printFindings(findings, files, stdout, context, presentation.acceptanceOf);
  else printFormatted(format, findings, presentation, stdout);
}
