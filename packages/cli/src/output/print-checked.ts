import type { Finding, Report } from '@fiscal/core';
import type { Context } from '../context.js';
import type { SourceFiles } from '../input/source-files.js';
import { messages } from '../messages.zh.js';
import { type Format, printFormatted } from './formats/formats.js';
import type { Presentation } from './formats/presentation.js';
import { printFindings, printJson, printLine, printText } from './print.js';
import { summaryLine } from './summary.js';

/** Prints what was found, or how often, in the format wanted. */
export async function printChecked(
  findings: Finding[],
  { format, statistics }: { format: Format; statistics?: boolean },
  files: SourceFiles,
  presentation: Presentation,
  context: Context,
): Promise<void> {
  const { stdout } = context.io;
  if (statistics) await printStatistics(findings, format, presentation, context);
  else if (format === 'text')
    await printFindings(findings, files, stdout, context, presentation.acceptanceOf);
  else await printFormatted(format, findings, presentation, stdout);
}

async function printStatistics(
  findings: Finding[],
  format: Format,
  presentation: Presentation,
  { io: { stdout } }: Context,
): Promise<void> {
  const { statisticsOf, statisticsText } = await import('./formats/statistics.js');
  if (format === 'json') printJson(statisticsOf(findings, presentation), stdout);
  else printText(statisticsText(findings, presentation), stdout);
}

/** What stands below the findings, for a reader: the summary, and what there is to say besides. */
export async function printSummary(
  reports: Report[],
  { files, counts, accepted }: Presentation,
  {
    hidden,
    known,
    old,
    mended,
    gone,
    changes,
  }: Record<'hidden' | 'known' | 'old' | 'mended' | 'gone' | 'changes', number>,
  context: Context,
): Promise<void> {
  const { stdout } = context.io;
  const unfilled = await countUnfilled(reports, context);
  printLine(summaryLine(files.length, counts, { unfilled, hidden, known, old }), stdout);
  if (accepted.length > 0) printLine(messages.acceptedCount(accepted.length), stdout);
  if (mended > 0) printLine(messages.mended(mended), stdout);
  if (gone > 0) printLine(messages.baselineGone(gone), stdout);
  if (changes > 0) printLine(messages.changedSeverities(changes), stdout);
}

/** Figures that the authors left open: a report without findings may still be unfinished. */
async function countUnfilled(reports: Report[], { engine }: Context): Promise<number> {
  const { listFacts } = await engine.core();
  return reports.flatMap(({ base }) => listFacts(base)).filter(({ state }) => state === 'unfilled').length;
}
