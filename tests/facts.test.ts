import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { everyFact, formatPlain, type Statement } from '@fiscal/core';
import { expect, test } from 'vitest';
import { exampleFiles, loadExample } from './check.js';

/**
 * What the examples say, statement by statement, as it was read before layout and slips were changed: whatever
 * the lexer, the grammar and the formatter become, what could be read reads the same. An example that is changed on
 * purpose is taken anew with `npx vitest -u`, and its difference looked at.
 */
const fixtures = join(import.meta.dirname, 'fixtures', 'facts');

test.each(exampleFiles)('%s says what it said', async (path) => {
  const lines = loadExample(path).reports.flatMap(({ base }) => everyFact(base).flatMap(statedLines));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(fixtures, fixtureOf(path)));
});

// Where there is none, one is written: this list is what would tell.
test('of each example it is kept what it said', () => {
  expect(readdirSync(fixtures).sort()).toEqual([...new Set(exampleFiles.map(fixtureOf))].sort());
});

function fixtureOf(path: string): string {
  return `${path
    .split('/')
    .at(-1)!
    .replace(/\.fiscal$/, '')}.txt`;
}

function statedLines({
  key,
  unit,
  statements,
}: {
  key: string;
  unit: string;
  statements: readonly Statement[];
}) {
  return statements.map(({ state, value }) =>
    `${key} ${value ? formatPlain(value) : state} ${unit}`.trimEnd(),
  );
}
