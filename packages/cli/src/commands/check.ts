import type { Finding, Report, Severity } from '@fiscal/core';
import { baselineText, compareWithBaseline } from '../baseline.js';
import type { Context } from '../context.js';
import { examine, type Examined, type More } from '../examine.js';
import { Failure } from '../failure.js';
import { findFiles } from '../input/find-files.js';
import { givenPath } from '../input/given-path.js';
import { readText } from '../input/read-text.js';
import { SourceFiles } from '../input/source-files.js';
import type { ExitCode } from '../io.js';
import { mendFiles } from '../mend-files.js';
import { messages } from '../messages.zh.js';
import { type Format, formatted } from '../output/formats/formats.js';
import type { Presentation } from '../output/formats/presentation.js';
import { statisticsJson, statisticsText } from '../output/formats/statistics.js';
import { relativePath } from '../output/place.js';
import { printError, printFindings, printLine } from '../output/print.js';
import { summaryLine } from '../output/summary.js';
import { writeText } from '../output/write-file.js';

export interface CheckOptions {
  format: Format;
  minSeverity: Severity;
  /** `--no-suppress` gives false: what the authors accepted is told as well. */
  suppress: boolean;
  fix?: boolean;
  statistics?: boolean;
  baseline?: string;
  writeBaseline?: string;
  maxWarnings?: number;
}

const ranks: Record<Severity, number> = { error: 3, warning: 2, information: 1, hint: 0 };

/** Checks files as one workspace and reports what was found; 1 when an error or a warning is among what is shown. */
export async function check(operands: string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  const { cwd, stdout } = context.io;
  const paths = await findFiles(operands, cwd);
  const first = await examineFiles(paths, options, context);
  const mended = options.fix ? await mendFiles(first.presentation.files, first.findings, context) : 0;
  const { files, reports, findings, presentation, isWhole } =
    mended > 0 ? await examineFiles(paths, options, context) : first;
  if (options.writeBaseline !== undefined) {
    const path = givenPath(options.writeBaseline, cwd);
    await writeText(path, baselineText(findings, presentation), cwd);
    printLine(messages.baselineWritten(relativePath(path, cwd), findings.length), stdout);
    return 0;
  }
  const { fresh, known, gone } = withoutKnown(findings, options.baseline, presentation);
  const shown = fresh.filter(({ severity }) => ranks[severity] >= ranks[options.minSeverity]);
  const { countFindings } = await context.engine.core();
  const counts = countFindings(shown);
  await present(shown, options, files, { ...presentation, counts }, context);
  if (options.format === 'text') {
    const unfilled = await countUnfilled(reports, context);
    const hidden = fresh.length - shown.length;
    printLine(summaryLine(presentation.files.length, counts, { unfilled, hidden, known }), stdout);
    if (mended > 0) printLine(messages.mended(mended), stdout);
    if (gone > 0) printLine(messages.baselineGone(gone), stdout);
    const changes = reports.flatMap(({ severityChanges }) => severityChanges).length;
    if (changes > 0) printLine(messages.changedSeverities(changes), stdout);
  }
  if (!isWhole) return 2;
  const tooMany = counts.warnings > (options.maxWarnings ?? 0);
  return counts.errors > 0 || tooMany ? 1 : 0;
}

/** Reads and checks files, with all that telling their findings needs. */
async function examineFiles(
  paths: string[],
  { suppress }: CheckOptions,
  context: Context,
): Promise<Examined & { files: SourceFiles; presentation: Omit<Presentation, 'counts'> }> {
  const files = new SourceFiles(context.io.cwd);
  const { sources, failures } = files.readEach(paths);
  if (sources.length === 0) throw new Failure(...failures);
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
    relatedPlacesOf,
    rulePage,
    linesOf: (uri: string) => files.linesOf(uri),
  };
  return { ...examined, isWhole: examined.isWhole && failures.length === 0, files, presentation };
}

function withoutKnown(
  findings: Finding[],
  baseline: string | undefined,
  presentation: Omit<Presentation, 'counts'>,
): { fresh: Finding[]; known: number; gone: number } {
  if (baseline === undefined) return { fresh: findings, known: 0, gone: 0 };
  const { cwd } = presentation;
  const path = givenPath(baseline, cwd);
  const { text } = readText(path, cwd);
  return compareWithBaseline(findings, text, relativePath(path, cwd), presentation);
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
  if (statistics) {
    const text = format === 'json' ? statisticsJson : statisticsText;
    stdout.write(text(findings, presentation));
  } else if (format === 'text') await printFindings(findings, files, stdout, context);
  else stdout.write(formatted(format, findings, presentation));
}
