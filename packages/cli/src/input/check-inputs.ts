import { resolve } from 'node:path';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';
import { decodeText } from './decode-text.js';
import { findFiles } from './find-files.js';
import { givenPath } from './given-path.js';
import { withoutExcluded } from './projects.js';
import { diskStore, overlay, type TextStore } from './text-store.js';

export interface InputOptions {
  /** What git has staged, not what lies in the folder. */
  staged?: boolean;
  /** The path that standard input (`-`) stands for. */
  stdinFilename?: string;
  fix?: boolean;
}

/** The files that a command is about, and where their texts come from. */
export interface Inputs {
  paths: string[];
  store: TextStore;
}

/** Standard input as an operand. */
export const standardInput = '-';

export async function inputsOf(operands: string[], options: InputOptions, io: Io): Promise<Inputs> {
  const { staged, stdinFilename, fix } = options;
  const isRead = operands.includes(standardInput);
  if (staged && isRead) throw new Failure(messages.cannotCombine('--staged', standardInput));
  if (fix && (staged || isRead))
    throw new Failure(messages.cannotCombine('--fix', staged ? '--staged' : standardInput));
  if (stdinFilename !== undefined && !isRead) throw new Failure(messages.stdinNameAlone);
  if (staged) return stagedInputs(operands, io);
  if (operands.length === 0) throw new Failure(`${messages.missingArgument('文件')}。${messages.seeHelp}`);
  if (!isRead) return { paths: await findFiles(operands, io.cwd), store: diskStore(io.cwd) };
  return inputsWithStandardInput(operands, stdinFilename ?? messages.stdinName, io);
}

async function stagedInputs(operands: string[], io: Io): Promise<Inputs> {
  const { GitIndex } = await import('./git-index.js');
  const index = new GitIndex(io);
  if (operands.length === 0)
    return { paths: await withoutExcluded(index.changed(), io.cwd, index), store: index };
  const found = await Promise.all(
    operands.map(async (operand) => {
      const paths = index.filesAt(operand);
      return isNamed(paths, operand, io) ? paths : withoutExcluded(paths, io.cwd, index);
    }),
  );
  return { paths: [...new Set(found.flat())], store: index };
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
