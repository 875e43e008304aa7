import { resolve } from 'node:path';
import type { Finding, Report } from '@fiscal/core';
import type { CannotPrint, Means, ReportDocument } from '@fiscal/report';
import { safeFileName } from '@fiscal/language/files';
import { filledName, type Project } from '@fiscal/language/project';
import { publish, type PublishedFile } from '@fiscal/report/publications';
import type { Context } from '../context.js';
import type { Source } from '../engine.js';
import { countErrors, examine, isSerious } from '../examine.js';
import { Failure, NothingToBuild } from '../failure.js';
import { nameOf } from '../input/find-files.js';
import { givenPath } from '../input/given-path.js';
import { pathInProject, projectsOf } from '../input/projects.js';
import { SourceFiles } from '../input/source-files.js';
import { statusOf } from '../input/status.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { refusesUnfinished, unfinishedBriefly, unfinishedIn } from '../output/unfinished.js';
import { printFindings, printLine } from '../output/print.js';
import { writeDirectory } from '../output/write-directory.js';

export interface BuildOptions {
  output?: string;
  /** Names of formats. */
  to: string[];
  force?: boolean;
  /** Refuses what is not finished. */
  final?: boolean;
  quiet?: boolean;
  /** The browser that prints PDF. */
  browser?: string;
  /** Whether the contents of a Word file get the page numbers that LibreOffice counts. */
  pageNumbers?: boolean;
  /** Again whenever something is saved, and a page that shows it. */
  watch?: boolean;
  /** Of that page. */
  port?: number;
  /** A page that leads to all reports that were built. */
  index?: boolean;
}

/**
 * Writes the report of a file in the formats wanted; refuses, with the findings, when it has errors. Of several files
 * each report lies in a folder of its own.
 */
export async function build(operands: string[], options: BuildOptions, context: Context): Promise<ExitCode> {
  const { cwd } = context.io;
  const [file] = operands;
  if (operands.length > 1 || options.index || !isFile(file!, cwd)) {
    if (options.watch) throw new Failure(messages.watchesOneFile);
    const { buildMany } = await import('./build-many.js');
    return buildMany(operands, options, context);
  }
  if (options.watch) {
    const { buildWatching } = await import('./build-watching.js');
    return buildWatching(file!, options, context);
  }
  if (options.port !== undefined) throw new Failure(messages.portAlone);
  return (await buildOnce(file!, options, new SourceFiles(cwd), context)).code;
}

/** What is not there and no pattern is taken for a file, and told as one. */
function isFile(operand: string, cwd: string): boolean {
  const status = statusOf(resolve(cwd, operand));
  return status ? !status.isDirectory() : !/[*?[{]/.test(operand);
}

/** What was built: its publications where it was not refused. */
export interface Built {
  code: ExitCode;
  published?: readonly PublishedFile[];
}

/** Builds and writes the report of one file. */
export async function buildOnce(
  file: string,
  options: BuildOptions,
  files: SourceFiles,
  context: Context,
): Promise<Built> {
  const path = givenPath(file, context.io.cwd);
  const directory = await outputFolder(options, path, context.io.cwd);
  const made = await makePublications(path, options, files, context);
  if (made.published) await writePublications(directory, made.published, options, context);
  return made;
}

/** What was made of a report, and not yet written. */
export interface Made extends Built {
  report?: Report;
  document?: ReportDocument;
  /** What its publications are called. */
  name?: string;
}

export async function makePublications(
  path: string,
  options: BuildOptions,
  files: SourceFiles,
  context: Context,
): Promise<Made> {
  const { cwd } = context.io;
  const [project] = await projectsOf([path], cwd);
  const progress = progressTo(context, options);
  progress(messages.reading(relativePath(path, cwd)));
  const { report, document, missing, unprinted, findings, accepted, isWhole } = await composed(
    files.readAll([path]),
    files,
    progress,
    context,
  );
  await printFindings(findings, files, context.io.stderr, context);
  if (accepted > 0) progress(messages.acceptedBriefly(accepted));
  if (!isWhole) return { code: 2 };
  if (isRefused(countErrors(findings), options, context)) return { code: 1 };
  if (!document || !report) throw new NothingToBuild(messages.noReport(relativePath(path, cwd)));
  if (document.blocks.length === 0) throw new NothingToBuild(messages.noContent(relativePath(path, cwd)));
  const unfinished = await unfinishedIn(report, { document, missing, unprinted }, context);
  if (options.final && refusesUnfinished(unfinished, context)) return { code: 1 };
  for (const each of unfinished) progress(unfinishedBriefly(each));
  progress(messages.rendering);
  const formats = context.engine.publications.filter(({ name }) => options.to.includes(name));
  const means = await meansOf(report, options, context, progress);
  const name = publicationName(path, project, report);
  const published = await publish(document, name, formats, means).catch(toldPlainly);
  return { code: 0, report, document, name, published };
}

export async function writePublications(
  directory: string,
  published: readonly PublishedFile[],
  options: BuildOptions,
  context: Context,
): Promise<void> {
  const { cwd, stdout } = context.io;
  progressTo(context, options)(messages.writing(published.length));
  await writeDirectory(directory, published, cwd, (each) => printLine(relativePath(each, cwd), stdout));
}

/** Where what is built from a source goes: as the command line says, or the project. */
export async function outputFolder({ output }: BuildOptions, path: string, cwd: string): Promise<string> {
  if (output !== undefined) return givenPath(output, cwd);
  const [project] = await projectsOf([path], cwd);
  if (project?.output.folder !== undefined) return pathInProject(project.output.folder, project);
  throw new Failure(`${messages.missingOption('-o, --output <文件夹>')}。${messages.seeHelp}`);
}

/** What the publications are called: as the source, or as the project says. */
function publicationName(path: string, project: Project | undefined, { base }: Report): string {
  const file = nameOf(path);
  return project?.output.name ? filledName(project.output.name, file, base) : safeFileName(file);
}

async function meansOf(
  { base }: Report,
  { browser, pageNumbers = true }: BuildOptions,
  { engine, io }: Context,
  progress: Progress,
): Promise<Means> {
  const program = browser === undefined ? undefined : givenPath(browser, io.cwd);
  const [machine, { listFacts }] = await Promise.all([engine.machine(program), engine.core()]);
  let isTold = false;
  const note = () => {
    if (!isTold) progress(messages.chartsAsTables);
    isTold = true;
  };
  const { wordLayout, ...others } = machine;
  return { ...others, ...(pageNumbers && wordLayout && { wordLayout }), note, facts: () => listFacts(base) };
}

/** A machine without a browser is nobody's mistake, but whoever asks for PDF has to know what to do. */
function toldPlainly(error: unknown): never {
  if (error instanceof Error && error.name === 'CannotPrint')
    throw new Failure(messages.cannotPrint(error as CannotPrint));
  throw error;
}

type Progress = (line: string) => void;

export function progressTo({ io }: Context, { quiet }: BuildOptions): Progress {
  return quiet ? () => undefined : (line) => printLine(line, io.stderr);
}

/** The document of the one report, the errors and warnings on the way to it, and how many of them are accepted. */
interface Composed {
  report?: Report;
  document?: ReportDocument;
  /** What the template prints and the report does not have. */
  missing: Finding[];
  /** What the report states and the template does not print. */
  unprinted: Finding[];
  findings: Finding[];
  accepted: number;
  isWhole: boolean;
}

async function composed(
  sources: Source[],
  files: SourceFiles,
  progress: Progress,
  context: Context,
): Promise<Composed> {
  const { compose, missingBlockFindings, unprintedFindings } = await context.engine.publishing();
  let first: Pick<Composed, 'report' | 'document'> = {};
  progress(messages.checking);
  const prepare = async () => (report: Report) => {
    const composition = compose(report);
    const { document, findings: own } = composition;
    if (!first.report) first = { report, document };
    const missing = missingBlockFindings(report, () => composition).map(asWarning);
    return [...own, ...missing, ...unprintedFindings(report, composition)];
  };
  const { findings, accepted, isWhole } = await examine(sources, files, context, { prepare });
  const serious = accepted.filter(({ finding }) => isSerious(finding));
  const [missing, unprinted] = [missingBlocks, notPrinted].map((id) =>
    findings.filter(({ rule }) => rule === id),
  );
  return {
    ...first,
    missing: missing!,
    unprinted: unprinted!,
    findings: findings.filter(isSerious),
    accepted: serious.length,
    isWhole,
  };
}

const missingBlocks = 'D012';
const notPrinted = 'D015';

/** In a report that is still being written nothing is wrong with it; what is built is to be read by others. */
function asWarning(finding: Finding): Finding {
  return { ...finding, severity: 'warning' };
}

function isRefused(errors: number, { force }: BuildOptions, { io }: Context): boolean {
  if (errors === 0) return false;
  printLine(force ? messages.forced(errors) : messages.refused(errors), io.stderr);
  return !force;
}
