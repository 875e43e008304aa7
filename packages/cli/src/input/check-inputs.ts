import { resolve } from 'node:path';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { decodeText } from './decode-text.js';
import { isDocument } from './documents.js';
import { findFiles } from './find-files.js';
import { givenPath } from './given-path.js';
import { withoutExcluded } from './projects.js';
import type { Side } from './repository.js';
import { diskStore, overlay, type TextStore } from './text-store.js';

export interface InputOptions {
  /** What git has staged, not what lies in the folder. */
  staged?: boolean;
  /** The path that standard input (`-`) stands for. */
  stdinFilename?: string;
  fix?: boolean;
  /** A revision: what was found there already is not told. */
  since?: string;
}

/** The files that a command is about, and where their texts come from. */
export interface Inputs {
  paths: string[];
  store: TextStore;
  /** What they are written after, besides: nothing is told of it. */
  offering?: readonly string[];
  /** The same files as they were. */
  before?: Side;
}

/** Standard input as an operand. */
export const standardInput = '-';

export async function inputsOf(operands: string[], options: InputOptions, io: Io): Promise<Inputs> {
  const { staged, stdinFilename, fix, since } = options;
  const isRead = operands.includes(standardInput);
  if (staged && isRead) throw new Failure(messages.cannotCombine('--staged', standardInput));
  if (fix && (staged || isRead))
    throw new Failure(messages.cannotCombine('--fix', staged ? '--staged' : standardInput));
  if (stdinFilename !== undefined && !isRead) throw new Failure(messages.stdinNameAlone);
  if (since !== undefined) return inputsSince(since, operands, options, io);
  return inputsNow(operands, options, io);
}

async function inputsNow(
  operands: string[],
  { staged, stdinFilename }: InputOptions,
  io: Io,
): Promise<Inputs> {
  if (staged) return stagedInputs(operands, io);
  if (operands.length === 0) throw new Failure(`${messages.missingArgument('文件')}。${messages.seeHelp}`);
  if (!operands.includes(standardInput))
    return { paths: await findFiles(operands, io.cwd), store: diskStore(io.cwd) };
  return inputsWithStandardInput(operands, stdinFilename ?? messages.stdinName, io);
}

/** Without files named those that were changed since, and those that follow from them. */
async function inputsSince(name: string, operands: string[], options: InputOptions, io: Io): Promise<Inputs> {
  const { Repository } = await import('./repository.js');
  const { wanted } = await import('./diff-sides.js');
  const repository = new Repository(io, '--since');
  const revision = repository.begunAt(name);
  if (operands.length === 0) {
    const { old, new: next } = await wanted(repository.since(revision, options.staged ?? false), io);
    return {
      paths: next.files.map(({ path }) => path),
      store: next.store,
      before: old,
      offering: next.offering ?? [],
    };
  }
  const inputs = await inputsNow(operands, options, io);
  const document = inputs.paths.find(isDocument);
  if (document !== undefined)
    throw new Failure(messages.cannotCombine('--since', relativePath(document, io.cwd)));
  const named = [...operands.map((operand) => resolve(io.cwd, operand)), ...inputs.paths];
  return { ...inputs, before: repository.sideAt(revision, named) };
}

async function stagedInputs(operands: string[], io: Io): Promise<Inputs> {
  const { GitIndex } = await import('./git-index.js');
  const index = new GitIndex(io);
  if (operands.length === 0) return nextCommit(new Set(index.changed()), io);
  const found = await Promise.all(
    operands.map(async (operand) => {
      const paths = index.filesAt(operand);
      return isNamed(paths, operand, io) ? paths : withoutExcluded(paths, io.cwd, index);
    }),
  );
  return { paths: [...new Set(found.flat())], store: index };
}

/** What is staged, and what follows from it: of a file that the commit does not change only what is new. */
async function nextCommit(changed: ReadonlySet<string>, io: Io): Promise<Inputs> {
  const { Repository } = await import('./repository.js');
  const { wanted } = await import('./diff-sides.js');
  const { old, new: next } = await wanted(new Repository(io, '--staged').sinceHead(true), io);
  const following = old.files.filter(({ path }) => !changed.has(path));
  return {
    paths: next.files.map(({ path }) => path),
    store: next.store,
    offering: next.offering ?? [],
    ...(following.length > 0 && { before: { ...old, files: following } }),
  };
}

/** What is named itself is wanted, whatever the project leaves out. */
function isNamed(paths: readonly string[], operand: string, { cwd }: Io): boolean {
  return paths.length === 1 && paths[0] === resolve(cwd, operand);
}

async function inputsWithStandardInput(operands: string[], name: string, io: Io): Promise<Inputs> {
  const path = givenPath(name, io.cwd);
  const text = await readStandardInput(io);
  const others = operands.filter((operand) => operand !== standardInput);
  const found = others.length > 0 ? await findFiles(others, io.cwd) : [];
  return { paths: [...new Set([path, ...found])], store: overlay(path, text, diskStore(io.cwd)) };
}

/** The whole of standard input as a text. */
export async function readStandardInput({ stdin }: Io) {
  const bytes = await stdin();
  if (bytes === undefined) throw new Failure(messages.tooLarge(messages.standardInput));
  return decodeText(bytes, messages.standardInput);
}
