import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import type { GitAction, GitOptions } from './git-actions.js';
import { diff } from './diff.js';
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
  const [, old, , , next] = operands;
  if (old === undefined || next === undefined) throw new Failure(messages.calledByGit('git diff'));
  // A difference is no failure to git.
  const code = await diff([old, next], { format: 'text' }, context);
  return code === 2 ? 2 : 0;
}
