import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './command-line.js';

const changelog = readFileSync(join(import.meta.dirname, '../CHANGELOG.md'), 'utf8');

test('the changelog names every command', async () => {
  const { stdout } = await folderWith({}).fiscal('--help');
  const [, list = ''] = stdout.split(/^命令：$/m);
  const commands = [...list.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
  expect(commands.length).toBeGreaterThan(9);
  expect(commands.filter((name) => !new RegExp(`\\b${name}\\b`).test(changelog))).toEqual([]);
});
