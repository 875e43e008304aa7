import { dirname, join, resolve } from 'node:path';
import type { Context } from '../context.js';
import { countErrors } from '../examine.js';
import { Failure } from '../failure.js';
import { SourceFiles } from '../input/source-files.js';
import { nameOf } from '../input/find-files.js';
import { givenPath } from '../input/given-path.js';
import { isSameFile, statusOf } from '../input/status.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { safeFileName } from '../output/file-name.js';
import { relativePath } from '../output/place.js';
import { printFindings, printLine } from '../output/print.js';
import { writeNewText, writeText } from '../output/write-file.js';

export interface NewOptions {
  from?: string;
  year?: number;
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
  if (options.from !== undefined) return rollForward(name, options.from, options, context);
  const year = options.year ?? context.io.now().getFullYear() - 1;
  const { skeleton } = await context.engine.language();
  const text = skeleton(name ?? messages.defaultName, year);
  return save(text, targetPath(name ?? messages.defaultName, options, context), options, context);
}

async function rollForward(
  name: string | undefined,
  from: string,
  options: NewOptions,
  context: Context,
): Promise<ExitCode> {
  const { cwd, stderr } = context.io;
  if (options.year === undefined) throw new Failure(messages.yearRequired);
  const path = givenPath(from, cwd);
  // Beside its source by default: what that refers to (引用, 科目表) is found by relative paths.
  const output = options.output ?? dirname(path);
  const target = targetPath(name ?? nextName(nameOf(path), options.year), { output }, context);
  if (target === path || isSameFile(target, path))
    throw new Failure(messages.wouldOverwriteSource(relativePath(path, cwd)));
  const files = new SourceFiles(cwd);
  const { uri, text } = files.readAll([path])[0]!;
  const rolled = (await context.engine.language()).rollForward(text, options.year);
  // The transformation sees text only; whose text it was is known here.
  const findings = rolled.findings.map((finding) => ({ ...finding, origin: { ...finding.origin, uri } }));
  await printFindings(findings, files, stderr, context);
  const errors = countErrors(findings);
  if (errors === 0 || options.force) return save(rolled.text, target, options, context);
  printLine(messages.notRolled(errors), stderr);
  return 1;
}

/** 某局-2023 becomes 某局-2024; a name without a year gets one. */
function nextName(name: string, year: number): string {
  const renamed = name.replace(/(?<!\d)(19|20)\d\d(?!\d)/, String(year));
  return renamed === name ? `${name}-${year}` : renamed;
}

/** `-o` may name a file, or a folder for the file. */
function targetPath(name: string, { output }: Pick<NewOptions, 'output'>, { io }: Context): string {
  const fileName = `${safeFileName(name)}.fiscal`;
  if (output === undefined) return resolve(io.cwd, fileName);
  const path = givenPath(output, io.cwd);
  const isDirectory = statusOf(path)?.isDirectory();
  return isDirectory ? join(path, fileName) : path;
}

async function save(text: string, path: string, { force }: NewOptions, { io }: Context): Promise<ExitCode> {
  await (force ? writeText : writeNewText)(path, text, io.cwd);
  printLine(messages.created(relativePath(path, io.cwd)), io.stdout);
  return 0;
}
