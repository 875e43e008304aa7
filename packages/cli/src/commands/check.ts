import type { Finding, Report, Severity } from '@fiscal/core';
import type { Context } from '../context.js';
import { findFiles } from '../input/find-files.js';
import { SourceFiles } from '../input/source-files.js';
import type { ExitCode } from '../io.js';
import { examine, type More } from '../examine.js';
import { findingsJson } from '../output/findings-json.js';
import { printFindings, printLine } from '../output/print.js';
import { summaryLine } from '../output/summary.js';
import { wordingOf } from '../output/wording.js';

export interface CheckOptions {
  format: 'text' | 'json';
  minSeverity: Severity;
}

const ranks: Record<Severity, number> = { error: 3, warning: 2, information: 1, hint: 0 };

/** Checks files as one workspace and reports what was found; 1 when an error or a warning is among what is shown. */
export async function check(operands: string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  const files = new SourceFiles(context.io.cwd);
  const sources = files.readAll(await findFiles(operands, context.io.cwd));
  const { reports, findings } = await examine(sources, files, context, (all) => templateChecks(all, context));
  const shown = findings.filter(({ severity }) => ranks[severity] >= ranks[options.minSeverity]);
  await present(shown, options.format, files, context);
  if (options.format === 'text') {
    const { countFindings } = await context.engine.core();
    const unfilled = await countUnfilled(reports, context);
    const counts = { unfilled, hidden: findings.length - shown.length };
    const summary = summaryLine(sources.length, countFindings(shown), counts);
    printLine(summary, context.io.stdout);
  }
  return shown.some(({ severity }) => ranks[severity] >= ranks.warning) ? 1 : 0;
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
  format: CheckOptions['format'],
  files: SourceFiles,
  context: Context,
): Promise<void> {
  if (format === 'text') return printFindings(findings, files, context.io.stdout, context);
  context.io.stdout.write(findingsJson(findings, await wordingOf(files, context)));
}
