import { readFileSync } from 'node:fs';
import { createCatalog } from '@fiscal/core';
import { catalogData, departmentWords, usualSubjects } from '@fiscal/library';
import { expect, test } from 'vitest';

const catalog = createCatalog(catalogData, 2024);

function nameOf(code: string): string | undefined {
  return catalog.find(code.startsWith('3') ? 'economic' : 'functional', code)?.name;
}

test.each(['subjects', 'departments'])('rows of %s are called as the catalogue calls them', (table) => {
  const text = readFileSync(new URL(`../usage/${table}.jsonl`, import.meta.url), 'utf8').trim();
  const rows = text.split('\n').map((line) => JSON.parse(line) as { code: string; name: string });
  expect(rows.filter(({ code, name }) => nameOf(code) !== name)).toEqual([]);
});

test('each usual subject is named once, each word of departments is one 款', () => {
  expect(new Set(usualSubjects).size).toBe(usualSubjects.length);
  const words = departmentWords.flatMap(({ words }) => words);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});
