import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check, saying } from './check.js';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

test('the first example of the README gives the message below it, and no other', () => {
  const told = check(block('fiscal')).map((finding) => `${saying(finding)}\n`);
  expect(told).toEqual([block('text')]);
});

/** The first fenced block of that language. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(readme)![1]!;
}
