import type { Finding, Severity } from '@fiscal/core';
import { checkFiles, type Checked } from '../check-files.js';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { givenPath } from '../input/given-path.js';
import { type InputOptions, inputsOf, standardInput } from '../input/check-inputs.js';
import type { Side } from '../input/repository.js';
import { statusOf } from '../input/status.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import type { Format } from '../output/formats/formats.js';
import { printLine } from '../output/print.js';
import { printChecked, printSummary } from '../output/print-checked.js';
import type { Watched } from '../watch/watch-files.js';

export interface CheckOptions extends InputOptions {
  format: Format;
  minSeverity: Severity;
  /** `--no-suppress` gives false: what the authors accepted is told as well. */
  suppress: boolean;
  statistics?: boolean;
  /** `--no-baseline` gives false: not that of the project either. */
  baseline?: string | false;
  writeBaseline?: string;
  maxWarnings?: number;
  /** Again whenever something is saved. */
  watch?: boolean;
}

const ranks: Record<Severity, number> = { error: 3, warning: 2, information: 1, hint: 0 };

/** Checks files as one workspace and reports what was found; 1 when an error or a warning is among what is shown. */
export async function check(operands: string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  if (!options.watch) return (await checkOnce(operands, options, context)).code;
  for (const other of ['staged', 'writeBaseline'] as const)
    if (options[other]) throw new Failure(messages.cannotCombine('--watch', flags[other]));
  if (operands.includes(standardInput)) throw new Failure(messages.cannotCombine('--watch', standardInput));
  if (operands.length === 0) throw new Failure(`${messages.missingArgument('文件')}。${messages.seeHelp}`);
  const { runAgain } = await import('../watch/run-again.js');
  return runAgain(
    watchedFor(operands, [], [], context),
    async () => {
      const { looked, folders } = await checkOnce(operands, options, context);
      return watchedFor(operands, looked, folders, context);
    },
    context.io,
  );
}

const flags = { staged: '--staged', writeBaseline: '--write-baseline' };

/** Besides what was read whatever is new in a folder, or is meant by a pattern now. */
function watchedFor(
  operands: readonly string[],
  files: readonly string[],
  folders: readonly string[],
  { io }: Context,
): Watched {
  const paths = operands.map((operand) => givenPath(operand, io.cwd));
  const named = paths.filter((path) => statusOf(path)?.isDirectory());
  const isPattern = paths.some((path) => !statusOf(path));
  return { files: [...files, ...paths], folders: [...folders, ...named, ...(isPattern ? [io.cwd] : [])] };
}

/** What a run gave, and what it looked at. */
interface CheckedOnce {
  code: ExitCode;
  looked: string[];
  folders: string[];
}

async function checkOnce(operands: string[], options: CheckOptions, context: Context): Promise<CheckedOnce> {
  const inputs = await inputsOf(operands, options, context.io);
  // A hook runs at each commit: of what is none of its business it says so.
  if (inputs.paths.length === 0 && options.format === 'text') {
    printLine(messages.nothingToCompare, context.io.stdout);
    return { code: 0, looked: [], folders: [] };
  }
  const first = await checkFiles(inputs, options.suppress, context);
  const mended = options.fix ? await mend(first, context) : 0;
  const checked = mended > 0 ? await checkFiles(inputs, options.suppress, context) : first;
  const { files } = checked;
  const looked = { looked: [...files.lookedAt(), ...inputs.paths], folders: files.lookedInto() };
  if (options.writeBaseline === undefined)
    return { code: await tell(checked, inputs.before, mended, options, context), ...looked };
  const { writeBaseline } = await import('../baseline-file.js');
  await writeBaseline(options.writeBaseline, checked, context);
  return { code: 0, ...looked };
}

async function mend({ presentation, findings }: Checked, context: Context): Promise<number> {
  const { mendFiles } = await import('../mend-files.js');
  return mendFiles(presentation.files, findings, context);
}

/** What was not found at another revision. */
async function sinceThen(checked: Checked, before: Side | undefined, context: Context): Promise<Checked> {
  if (!before) return checked;
  const { freshSince } = await import('../fresh-findings.js');
  return { ...checked, ...(await freshSince(checked, before, context)) };
}

/** What no baseline knows: the one named, else those of the projects. */
async function compared(checked: Checked, baseline: string | false | undefined, context: Context) {
  if (baseline === false) return { fresh: checked.findings, known: 0, gone: 0 };
  const { withoutKnown, withoutKnownInProjects } = await import('../baseline-file.js');
  if (baseline === undefined) return withoutKnownInProjects(checked, context);
  return withoutKnown(checked, givenPath(baseline, context.io.cwd), context);
}

/** Tells what is fresh and grave enough, and weighs it. */
async function tell(
  checked: Checked,
  before: Side | undefined,
  mended: number,
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> {
  const since = await sinceThen(checked, before, context);
  const { fresh, known, gone } = await compared(since, options.baseline, context);
  const old = checked.findings.length - since.findings.length;
  const isShown = ({ severity }: Finding) => ranks[severity] >= ranks[options.minSeverity];
  const shown = fresh.filter(isShown);
  const { countFindings } = await context.engine.core();
  const counts = countFindings(shown);
  const accepted = options.suppress ? since.accepted.filter(({ finding }) => isShown(finding)) : [];
  const presentation = { ...checked.presentation, counts, accepted };
  await printChecked(shown, options, checked.files, presentation, context);
  if (options.format === 'text') {
    const hidden = fresh.length - shown.length;
    const said = options.suppress ? checked.reports.flatMap(({ severityChanges }) => severityChanges) : [];
    const numbers = { hidden, known, old, mended, gone, changes: new Set(said).size };
    await printSummary(checked.reports, presentation, numbers, context);
  }
  if (!checked.isWhole) return 2;
  const tooMany = counts.warnings > (options.maxWarnings ?? 0);
  return counts.errors > 0 || tooMany ? 1 : 0;
}
