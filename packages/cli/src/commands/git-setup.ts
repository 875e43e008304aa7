import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Context } from '../context.js';
import { Git } from '../input/git.js';
import { isOnPath } from '../input/on-path.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { printLine, printText } from '../output/print.js';
import { writeText } from '../output/write-file.js';
import type { GitOptions } from './git-actions.js';

/**
 * The last line above a change that opens a block of a report, or a named part of one: 支出 一般公共预算 {, 公用经费 {.
 * Lines with a code are none: git cannot see that a block is closed, and would name it above the lines that follow.
 */
const blockHead = '^([[:space:]]{0,2}[^[:space:]/}].*|[[:space:]]{3,4}[^[:space:]0-9/}].*)[{｛][[:space:]]*$';

const attributes = '*.fiscal diff=fiscal merge=fiscal';
const ofFiscal = /^\*\.fiscal diff=fiscal merge=fiscal\r?\n?/m;

const hook = `#!/bin/sh
# fiscal git install
command -v fiscal > /dev/null || { echo "${messages.hookFindsNoProgram}" >&2; exit 1; }
exec fiscal check --staged --min-severity warning
`;

/** Where the program is not found, as in a window that has another PATH, git merges as it does without it. */
const driver =
  'fiscal git merge %O %A %B %P; code=$?; [ $code -lt 126 ] && exit $code; git merge-file %A %O %B';

function settings({ externalDiff }: Pick<GitOptions, 'externalDiff'>): [name: string, value: string][] {
  return [
    ['diff.fiscal.xfuncname', blockHead],
    ...(externalDiff ? [['diff.fiscal.command', 'fiscal git diff'] as [string, string]] : []),
    ['merge.fiscal.name', messages.mergeDriver],
    ['merge.fiscal.driver', driver],
  ];
}

/** Tells what `install` would write. */
export function printSetup(options: GitOptions, { io }: Context): ExitCode {
  const lines = settings(options).map(([name, value]) => `git config ${name} '${value}'`);
  printLine(`# .gitattributes\n${attributes}\n\n# .git/config\n${lines.join('\n')}`, io.stdout);
  if (options.hook) printText(`\n# .git/hooks/pre-commit\n${hook}`, io.stdout);
  return 0;
}

/** Writes the repository's attributes and settings, and its hook where it has none. */
export async function install(options: GitOptions, { io }: Context): Promise<ExitCode> {
  const git = new Git(io, 'fiscal git');
  const path = resolve(git.root, '.gitattributes');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!ofFiscal.test(before)) await writeText(path, withLine(before), io.cwd);
  if (!options.externalDiff) git.ask(['config', '--local', '--unset', 'diff.fiscal.command']);
  for (const [name, value] of settings(options)) git.run(['config', '--local', name, value]);
  if (options.hook) await installHook(git, io.cwd, (line) => printLine(line, io.stdout));
  printLine(messages.gitInstalled, io.stdout);
  // git runs it by its name: from a folder of npm's own it is not found, and no commit would pass.
  if (!isOnPath('fiscal', io)) printLine(messages.gitFindsNoProgram, io.stderr);
  return 0;
}

function withLine(text: string): string {
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${start}${attributes}\n`;
}

async function installHook(git: Git, cwd: string, tell: (line: string) => void): Promise<void> {
  const path = hookPath(git);
  if (existsSync(path)) {
    if (readFileSync(path, 'utf8') !== hook) tell(messages.hookExists(path));
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  await writeText(path, hook, cwd);
  chmodSync(path, 0o755);
}

function hookPath(git: Git): string {
  return resolve(git.root, git.run(['rev-parse', '--git-path', 'hooks/pre-commit']).toString().trimEnd());
}

/** Takes back what `install` wrote, and nothing else. */
export async function uninstall({ io }: Context): Promise<ExitCode> {
  const git = new Git(io, 'fiscal git');
  const path = resolve(git.root, '.gitattributes');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const after = before.replace(ofFiscal, '');
  if (after === '' && before !== '') rmSync(path);
  else if (after !== before) await writeText(path, after, io.cwd);
  for (const section of ['diff.fiscal', 'merge.fiscal'])
    git.ask(['config', '--local', '--remove-section', section]);
  const own = hookPath(git);
  if (existsSync(own) && readFileSync(own, 'utf8') === hook) rmSync(own);
  printLine(messages.gitUninstalled, io.stdout);
  return 0;
}
