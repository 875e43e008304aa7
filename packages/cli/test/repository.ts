import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith } from './command-line.js';

/** git without what this machine's user has set. */
export const gitEnvironment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: '甲',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: '甲',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** A repository with files, all of them committed on its branch `main`; removed when the test ends. */
export function repositoryOf(files: Record<string, string>) {
  const folder = folderWith(files);
  const { cwd } = folder;
  const git = (...argv: string[]) => execFileSync('git', argv, { cwd, env: gitEnvironment, stdio: 'pipe' });
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
  };
  git('init', '-q', '-b', 'main');
  commit('开始');
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  const remove = (name: string) => rmSync(join(cwd, name));
  return { ...folder, git, commit, write, remove };
}
