import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReports, messageOf } from '@fiscal/core';
import { load } from '@fiscal/language';
import { expect, test } from 'vitest';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

test('the first example of the README gives the message below it, and no other', () => {
  const text = block('fiscal');
  const workspace = load([{ uri: 'file:///readme.fiscal', text }], { read: () => undefined });
  const told = checkReports(workspace).map((finding) => `${finding.rule} ${messageOf(finding)}\n`);
  expect(told).toEqual([block('text')]);
});

/** The first fenced block of that language. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(readme)![1]!;
}
