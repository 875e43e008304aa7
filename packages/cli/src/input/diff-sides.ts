import { dirname, resolve } from 'node:path';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';
import { printLine } from '../output/print.js';
import { readReport } from '../read-report.js';
import { isDocument } from './documents.js';
import { filesIn, findFiles } from './find-files.js';
import { withoutExcluded } from './projects.js';
import { changedNames, named, Repository, type Side, type Sides } from './repository.js';
import { statusOf } from './status.js';
import { diskStore, overlay, type TextStore } from './text-store.js';

/** What the operands of `fiscal diff` mean: files, folders, revisions; none: what was changed since the last commit. */
export async function sidesOf(
  operands: readonly string[],
  staged: boolean,
  context: Context,
): Promise<Sides> {
  const { io } = context;
  if (operands.length > 2) throw new Failure(messages.tooManyArguments);
  const [first, second] = operands;
  if (first !== undefined && second !== undefined) {
    if (staged) throw new Failure(messages.cannotCombine('--staged', second));
    return ofTwo(first, second, context);
  }
  const sides = new Repository(io, 'fiscal diff').sides(first, staged);
  const isNamed = first !== undefined && statusOf(resolve(io.cwd, first))?.isFile();
  return isNamed ? sides : wanted(sides, io);
}

/** Without what the project leaves out. */
export async function wanted({ old, new: next }: Sides, { cwd }: Io): Promise<Sides> {
  const [before, after] = await Promise.all(
    [old, next].map(async ({ store, files, offering = [] }) => {
      const paths = files.map(({ path }) => path);
      const kept = new Set(await withoutExcluded(paths, cwd, store));
      const offers = await withoutExcluded(offering, cwd, store);
      return { store, files: files.filter(({ path }) => kept.has(path)), offering: offers };
    }),
  );
  return { old: before!, new: after! };
}

async function ofTwo(first: string, second: string, context: Context): Promise<Sides> {
  const { io } = context;
  const onDisk = [first, second].map((operand) => statusOf(resolve(io.cwd, operand)));
  const repository = onDisk.every(Boolean) ? undefined : new Repository(io, 'fiscal diff');
  const [old, next] = [repository?.revision(first), repository?.revision(second)];
  if (repository && old !== undefined && next !== undefined && !onDisk[0] && !onDisk[1])
    return wanted(repository.between(old, next, [...changedNames, old, next]), io);
  // fiscal diff HEAD~1 报告: of what lies there, as it was and as it is.
  if (repository && old !== undefined && !onDisk[0] && onDisk[1])
    return wanted(repository.sinceAt(old, resolve(io.cwd, second), false), io);
  const side = (operand: string) => sideOf(operand, repository, context);
  const [before, after] = [await side(first), await side(second)];
  if (before.files.length + after.files.length === 0)
    throw new Failure(messages.noFilesOnEitherSide([first, second]));
  return alignSingles(before, after);
}

async function sideOf(operand: string, repository: Repository | undefined, context: Context): Promise<Side> {
  const { io } = context;
  const path = resolve(io.cwd, operand);
  if (statusOf(path) || !repository) {
    const isFolder = statusOf(path)?.isDirectory() ?? false;
    const folder = isFolder ? path : dirname(path);
    // Beside another folder an empty one says that everything there came, or went.
    const found = isFolder ? await filesIn(path) : await findFiles([operand], io.cwd);
    const files = named(found, folder);
    return { store: await withDocuments(files, context), files };
  }
  const side = repository.inRevision(operand);
  if (!side) throw new Failure(messages.neitherFileNorRevision(operand));
  return side;
}

/** Files as they lie on the disk; a published document is the report that is read out of it. */
async function withDocuments(files: Side['files'], context: Context): Promise<TextStore> {
  let store = diskStore(context.io.cwd);
  for (const { path } of files.filter((file) => isDocument(file.path))) {
    const { read, notes } = await readReport([path], undefined, context);
    store = overlay(path, { text: read.source, byteOrderMark: false }, store);
    for (const note of notes) printLine(note, context.io.stderr);
  }
  return store;
}

/** One file against one file: they are a pair whatever they are called. */
function alignSingles(old: Side, next: Side): Sides {
  const [one, ...others] = old.files;
  const [other, ...more] = next.files;
  if (!one || !other || others.length + more.length > 0) return { old, new: next };
  return {
    old: { ...old, files: [{ ...one, key: other.key }] },
    new: next,
  };
}
