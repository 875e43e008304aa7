import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Outside the repository: what is installed stays for the next run, and for other clones. */
const cache = process.env.FISCAL_E2E_CACHE ?? join(homedir(), '.cache', 'fiscal-e2e');

/**
 * A folder of that name, filled once. Into a folder beside the target, moved when complete, so that an interrupted
 * run leaves nothing half done.
 */
export function cached(name: string, fill: (folder: string) => void): string {
  const target = join(cache, name);
  if (existsSync(join(target, 'complete'))) return target;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'installing-'));
  fill(folder);
  writeFileSync(join(folder, 'complete'), '');
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
  return target;
}

/** What a program that is needed for installing prints. */
export function run(command: string, parameters: string[], cwd: string, env = process.env): string {
  return execFileSync(command, parameters, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** `npm install` that runs no package's scripts: what those would fetch is not of any registry. */
export function npmInstall(folder: string, parameters: string[]): void {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', ['install', '--prefix', folder, ...quiet, ...parameters], folder);
}
