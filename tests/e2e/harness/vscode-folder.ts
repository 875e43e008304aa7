/**
 * Installs a complete VS Code (server and web workbench, the same code as the desktop) out of the npm package of
 * code-server, once, outside the repository. No install script runs; what those would have fetched comes from
 * apt (ripgrep) or is compiled here (logging), and is optional.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** VS Code 1.100.3, the newest that runs on Node 20. */
const version = '4.100.3';
const cache = process.env.FISCAL_E2E_CACHE ?? join(homedir(), '.cache', 'fiscal-e2e');

/** The folder of VS Code, installed if it is not there yet. */
export function vscodeFolder(): string {
  const target = join(cache, `vscode-${version}`);
  if (!existsSync(join(target, 'complete'))) install(target);
  return target;
}

/** Into a folder beside the target, moved when complete, so that an interrupted run leaves nothing half done. */
function install(target: string): void {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'installing-'));
  run('npm', ['pack', `code-server@${version}`, '--silent', '--pack-destination', folder], folder);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  run('tar', ['-xzf', archive, '--strip-components=3', 'package/lib/vscode'], folder);
  rmSync(join(folder, archive));
  run(
    'npm',
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    folder,
  );
  symlinkSync('node_modules', join(folder, 'node_modules.asar'));
  linkRipgrep(folder);
  compileLogging(folder);
  writeFileSync(join(folder, 'complete'), '');
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

/** Search: workspace.findFiles, quick open. */
function linkRipgrep(folder: string): void {
  const ripgrep = ['/usr/bin/rg', '/usr/local/bin/rg'].find(existsSync);
  if (!ripgrep) throw new Error('ripgrep is missing: apt-get install ripgrep');
  const link = join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(ripgrep, link);
}

/** Output channels stay empty without it; nothing else needs it. Compiled with the headers that came with Node. */
function compileLogging(folder: string): void {
  const gyp = join(run('npm', ['root', '-g'], folder).trim(), 'npm/node_modules/node-gyp/bin/node-gyp.js');
  const headers = `--nodedir=${dirname(dirname(process.execPath))}`;
  try {
    run(process.execPath, [gyp, 'rebuild', headers], join(folder, 'node_modules', '@vscode', 'spdlog'));
  } catch {
    console.warn('Output channels of VS Code stay empty: @vscode/spdlog could not be compiled.');
  }
}

function run(command: string, parameters: string[], cwd: string): string {
  return execFileSync(command, parameters, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
