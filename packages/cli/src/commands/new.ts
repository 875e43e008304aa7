import { dirname, join, relative, resolve, sep } from 'node:path';
import type { NewReport } from '@fiscal/language';
import { safeFileName } from '@fiscal/language/files';
import type { Context } from '../context.js';
import { countErrors } from '../examine.js';
import { Failure } from '../failure.js';
import { SourceFiles } from '../input/source-files.js';
import { isDocument } from '../input/documents.js';
import { nameOf } from '../input/find-files.js';
import { checkTemplate, templateToRead } from '../input/named-template.js';
import { givenPath } from '../input/given-path.js';
import { projectsOf } from '../input/projects.js';
import { isSameFile, statusOf } from '../input/status.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { readReport } from '../read-report.js';
import { makeDirectory } from '../output/make-directory.js';
import { relativePath } from '../output/place.js';
import { printFindings, printLine } from '../output/print.js';
import { writeNewText, writeText } from '../output/write-file.js';

export interface NewOptions {
  from?: string;
  year?: number;
  template?: string;
  kind?: NewReport['kind'];
  output?: string;
  force?: boolean;
}

/** Makes a new source file: a commented skeleton, or next year's file from last year's. */
export async function create(
  name: string | undefined,
  options: NewOptions,
  context: Context,
): Promise<ExitCode> {
  if (name?.trim() === '') throw new Failure(messages.emptyName);
  if (options.from !== undefined && isDocument(options.from))
    return fromDocument(name, options.from, options, context);
  if (options.from !== undefined) return rollForward(name, options.from, options, context);
  const year = options.year ?? context.io.now().getFullYear() - 1;
  const target = targetOf(name ?? messages.defaultName, options, context);
  const template = options.template ?? (await templateAt(target, context));
  await checkTemplate(template, context);
  const { skeleton } = await context.engine.language();
  const text = skeleton({ name: name ?? messages.defaultName, year, template, kind: options.kind });
  return save(text, target, options, context);
}

/** The template of the project that the new file will belong to, where one can be begun with it. */
async function templateAt({ path }: Target, { io, engine }: Context): Promise<string | undefined> {
  const [project] = await projectsOf([path], io.cwd);
  const { skeletonTemplates } = await engine.language();
  return skeletonTemplates.find((name) => name === project?.template?.name);
}

/** Last year's report as it was published: its source is written beside the new one, which refers to it. */
async function fromDocument(
  name: string | undefined,
  from: string,
  options: NewOptions,
  context: Context,
): Promise<ExitCode> {
  const beside = options.output?.endsWith('.fiscal') ? dirname(options.output) : options.output;
  const folder = givenPath(beside ?? dirname(from), context.io.cwd);
  const template = await templateToRead(options.template, folder, context);
  const found = await readReport([from], template, context);
  const last = join(folder, `${safeFileName(found.name)}.fiscal`);
  await save(found.read.source, { path: last, folder }, options, context);
  for (const note of found.notes) printLine(note, context.io.stderr);
  return rollForward(
    name,
    last,
    { ...options, output: options.output ?? folder, template: undefined },
    context,
  );
}

async function rollForward(
  name: string | undefined,
  from: string,
  options: NewOptions,
  context: Context,
): Promise<ExitCode> {
  const { cwd, stderr } = context.io;
  for (const own of ['template', 'kind'] as const)
    if (options[own] !== undefined) throw new Failure(messages.fromLastYear(`--${own}`));
  const path = givenPath(from, cwd);
  const language = await context.engine.language();
  // Beside its source by default: what that refers to (引用, 科目表) is found by relative paths.
  const output = options.output ?? dirname(path);
  const files = new SourceFiles(cwd);
  const { uri, text } = files.readAll([path])[0]!;
  const year = options.year ?? yearAfter(language.yearOf(text));
  const target = targetOf(name ?? language.nextName(nameOf(path), year), { output }, context);
  if (target.path === path || isSameFile(target.path, path))
    throw new Failure(messages.wouldOverwriteSource(relativePath(path, cwd)));
  const reference = relative(dirname(target.path), path).split(sep).join('/');
  const rolled = language.rollForward(text, year, { reference });
  // The transformation sees text only; whose text it was is known here.
  const findings = rolled.findings.map((finding) => ({ ...finding, origin: { ...finding.origin, uri } }));
  await printFindings(findings, files, stderr, context);
  const errors = countErrors(findings);
  if (errors === 0 || options.force) return save(rolled.text, target, options, context);
  printLine(messages.notRolled(errors), stderr);
  return 1;
}

function yearAfter(year: number | undefined): number {
  if (year === undefined) throw new Failure(messages.yearRequired);
  return year + 1;
}

/** Where the new file goes. */
export interface Target {
  path: string;
  /** Made where it is not there yet. */
  folder?: string;
}

/** `-o` names a file where it ends in `.fiscal`, else a folder for it. */
export function targetOf(name: string, { output }: Pick<NewOptions, 'output'>, { io }: Context): Target {
  const fileName = `${safeFileName(name)}.fiscal`;
  if (output === undefined) return { path: resolve(io.cwd, fileName) };
  const path = givenPath(output, io.cwd);
  const isFile = path.endsWith('.fiscal') && !statusOf(path)?.isDirectory();
  return isFile ? { path, folder: dirname(path) } : { path: join(path, fileName), folder: path };
}

export async function save(
  text: string,
  { path, folder }: Target,
  { force }: Pick<NewOptions, 'force'>,
  { io }: Context,
): Promise<ExitCode> {
  if (folder !== undefined) await makeDirectory(folder, io.cwd);
  await (force ? writeText : writeNewText)(path, text, io.cwd);
  printLine(messages.created(relativePath(path, io.cwd)), io.stdout);
  return 0;
}
