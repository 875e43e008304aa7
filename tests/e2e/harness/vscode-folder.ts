/**
 * Installs a complete VS Code (server and web workbench, the same code as the desktop) out of the npm package of
 * code-server, once, outside the repository. No install script runs; what those would have fetched comes from
 * apt (ripgrep) or is compiled here (logging).
 */
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cached, npmInstall, run } from './cache.js';
import { nodeFolder } from './node-folder.js';
import { vscodeVersion } from './vscode-version.js';

const { codeServer, nodeMajor } = vscodeVersion;

/** The folder of VS Code, installed if it is not there yet. */
export function vscodeFolder(): string {
  return cached(`vscode-${codeServer}`, install);
}

/** The Node that runs it. */
export function vscodeNode(): string {
  return join(nodeFolder(nodeMajor), 'bin', 'node');
}

function install(folder: string): void {
  unpack(folder);
  // The oldest names peers that contradict each other.
  npmInstall(folder, ['--omit=dev', '--legacy-peer-deps']);
  // Where code-server's own script puts the modules for what looks for those of a desktop.
  symlinkSync('node_modules', join(folder, 'node_modules.asar'));
  linkRipgrep(folder);
  compileLogging(folder);
}

function unpack(folder: string): void {
  run('npm', ['pack', `code-server@${codeServer}`, '--silent', '--pack-destination', folder], folder);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  run('tar', ['-xzf', archive, '--strip-components=3', 'package/lib/vscode'], folder);
  rmSync(join(folder, archive));
}

/** Search: workspace.findFiles, quick open. The newest brings its own. */
function linkRipgrep(folder: string): void {
  const ripgrepPackage = join(folder, 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(ripgrepPackage)) return;
  const ripgrep = ['/usr/bin/rg', '/usr/local/bin/rg'].find(existsSync);
  if (!ripgrep) throw new Error('ripgrep is missing: apt-get install ripgrep');
  const link = join(ripgrepPackage, 'bin', 'rg');
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(ripgrep, link);
}

/**
 * Output channels stay empty without it, and the extension host of the oldest does not answer. Its headers are those
 * of the Node that loads it; named as npm does, because what npm names would win against a parameter.
 */
function compileLogging(folder: string): void {
  const gyp = join(run('npm', ['root', '-g'], folder).trim(), 'npm/node_modules/node-gyp/bin/node-gyp.js');
  const environment = { ...process.env, npm_config_nodedir: nodeFolder(nodeMajor) };
  run(process.execPath, [gyp, 'rebuild'], join(folder, 'node_modules', '@vscode', 'spdlog'), environment);
}
