import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../packages/cli/test/command-line.js';
import { engine } from '../packages/cli/src/engine.js';

const folder = join(import.meta.dirname, 'changes');

/** Files of both versions, the command, what it prints and its exit code, each behind a line that begins with ===. */
function partsOf(story: string): { title: string; text: string }[] {
  return story
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { title: part.slice(0, end), text: part.slice(end + 1) };
    });
}

const stories = readdirSync(folder).sort();

test('there is one for each of twelve occasions', () => {
  expect(stories.map((name) => name.replace('.txt', ''))).toHaveLength(12);
});

test.each(stories)('%s', async (name) => {
  const parts = partsOf(readFileSync(join(folder, name), 'utf8'));
  const files = parts.filter(({ title }) => title.endsWith('.fiscal'));
  const told = parts.find(({ title }) => title.startsWith('fiscal '))!;
  const { fiscalWith } = folderWith(Object.fromEntries(files.map(({ title, text }) => [title, text])));
  const ran = await fiscalWith({ engine }, ...told.title.split(' ').slice(1));
  expect(ran.stdout).toBe(told.text);
  expect({ code: String(ran.code), stderr: ran.stderr }).toEqual({ code: parts.at(-1)!.title, stderr: '' });
});
