import { resolve } from 'node:path';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import type { Side } from '../input/repository.js';
import { diskStore, overlay } from '../input/text-store.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import type { GitAction, GitOptions } from './git-actions.js';
import { diffSides } from './diff.js';
import { install, printSetup, uninstall } from './git-setup.js';
import { mergeFiles } from './git-merge.js';

/** What makes git understand sources: settings of a repository, and what git calls because of them. */
export async function git(
  action: GitAction,
  operands: readonly string[],
  options: GitOptions,
  context: Context,
): Promise<ExitCode> {
  switch (action) {
    case 'install':
      return options.print ? printSetup(options, context) : install(options, context);
    case 'uninstall':
      return uninstall(context);
    case 'merge':
      return mergeFiles(operands, context);
    case 'diff':
      return externalDiff(operands, context);
  }
}

/** As git calls an external diff: path, old file, its name and mode, new file, its name and mode. */
async function externalDiff(operands: readonly string[], context: Context): Promise<ExitCode> {
  const [shown, old, , , next, , , renamed] = operands;
  if (shown === undefined || old === undefined || next === undefined)
    throw new Failure(messages.calledByGit('git diff'));
  const { cwd } = context.io;
  // What git hands over lies in a folder of its own; what a report refers to is found from where the report lies.
  const sideOf = (file: string, name: string): Side => {
    const [path, disk] = [resolve(cwd, name), diskStore(cwd)];
    if (file === '/dev/null' || file === 'nul') return { store: disk, files: [] };
    const store = overlay(path, disk.read(resolve(cwd, file)), disk);
    return { store, files: [{ path, key: shown }] };
  };
  const sides = { old: sideOf(old, shown), new: sideOf(next, renamed ?? shown) };
  // A difference is no failure to git.
  const code = await diffSides(sides, { format: 'text' }, context);
  return code === 2 ? 2 : 0;
}
