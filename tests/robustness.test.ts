import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFacts } from '@fiscal/core';
import { formatText, type Workspace } from '@fiscal/language';
import { compose, renderHtml, renderMarkdown } from '@fiscal/report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsOf, loadText } from './check.js';

const examples = [
  '攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal',
  '上海市普陀区财政局-2024/上海市普陀区财政局-2024.fiscal',
  '两级部门/局机关.fiscal',
  '最小/最小.fiscal',
];

test('random bytes are read, checked and formatted without an error of ours', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      useEverything(new TextDecoder().decode(bytes));
    }),
    { numRuns: 100 },
  );
});

describe.each(examples)('%s', (path) => {
  const text = readFileSync(join(import.meta.dirname, '..', 'examples', path), 'utf8');

  test('random edits never throw, and formatting them keeps every fact', () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const edited = changes.reduce(applyEdit, text);
        useEverything(edited);
        expect(factsOf(loadText(formatText(edited)))).toEqual(factsOf(loadText(edited)));
      }),
      { numRuns: 12 },
    );
  });
});

interface Edit {
  at: number;
  length: number;
  inserted: string;
}

/** A place as a share of the text, how much is taken out there, and what is put in its stead. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    inserted: fc.constantFrom(
      '',
      '{',
      '}',
      '"',
      '"""',
      '【',
      '】',
      '\n',
      '，',
      '项目',
      '上年 ',
      '3.5',
      '%',
      '//',
      '忽略 ',
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

function applyEdit(text: string, { at, length, inserted }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + length);
}

function useEverything(text: string): void {
  const workspace = loadText(text);
  findingsOf(workspace);
  formatText(text);
  for (const report of workspace.reports) {
    const { document } = compose(report);
    renderMarkdown(document);
    renderHtml(document);
  }
}

function factsOf({ reports }: Workspace): string[] {
  return reports.flatMap(({ base }) =>
    listFacts(base).map(({ path, value, state }) => `${path} ${state} ${value}`),
  );
}
