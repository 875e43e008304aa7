import fc from 'fast-check';
import { createLangiumParser, type LangiumParser } from 'langium';
import { describe, expect, test } from 'vitest';
import { parserTables as analysed } from '../build/parser-tables.mjs';
import { parserTables } from '../src/parser-tables/generated/tables.js';
import { createLinearParser } from '../src/linear-parser.js';
import { coreServices } from '../src/parser.js';
import { recoverByLines } from '../src/syntax/line-recovery.js';
import { dump } from './dump.js';
import { canonicalSources, examples } from './examples.js';

test('the tables are those of the grammar: npm run grammar', () => {
  expect(parserTables).toEqual(analysed());
});

/** Whether a parser has had to look at the grammar itself. */
function hasAnalysed(parser: LangiumParser): boolean {
  const { wrapper } = parser as unknown as { wrapper: object };
  return !Object.getOwnPropertyDescriptor(wrapper, 'gastProductionsCache')!.get;
}

describe('a parser with tables', () => {
  const services = coreServices();
  /** Which finds everything out by itself. */
  const reference = createLangiumParser(services);
  recoverByLines(reference);
  const parsed = (parser: LangiumParser, text: string) => JSON.stringify(dump(parser.parse(text)));

  test('reads what the analysis of the grammar would read, and needs none for a report', () => {
    const parser = createLinearParser(services);
    for (const { name, text } of examples) expect(parsed(parser, text), name).toBe(parsed(reference, text));
    expect(hasAnalysed(parser)).toBe(false);
  });

  test('reads templates and rules the same', () => {
    for (const { name, text } of canonicalSources)
      expect(parsed(createLinearParser(services), text), name).toBe(parsed(reference, text));
  });

  test.each([
    ['单位 "甲" 事业 - 1 编制 2'],
    ['单位 "甲" 事业 未发生 { 编制 2 }'],
    ['单位 "甲" 事业 12 人 编制 2'],
    ['名词解释 { 不列 20805 20811 甲 乙 丙 "丁" }'],
    ['政府采购 5 次 0.65 2 批 3 人次'],
  ])('looks as far ahead: %s', (line) => {
    const text = `部门决算 某局 2023 {\n  ${line}\n}\n`;
    expect(parsed(createLinearParser(services), text)).toBe(parsed(reference, text));
  });

  test('tells the same errors and goes on at the same places', () => {
    const words = canonicalSources.map(({ text }) => text.match(/[一-龥]+|\d+|\s+|[^]/g)!);
    const edit = fc.record({
      source: fc.constantFrom(...words),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      length: fc.nat(400),
      hole: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      stray: fc.constantFrom('', '{', '}', '=', ' 事业 ', ' 12 ', '"', '【', ' 行 '),
    });
    fc.assert(
      fc.property(edit, ({ source, at, length, hole, stray }) => {
        const start = Math.floor(at * source.length);
        const part = source.slice(start, start + length);
        const text = part.toSpliced(Math.floor(hole * part.length), 1, stray).join('');
        const report = `部门决算 某局 2023 {\n${text}`;
        for (const one of [text, report])
          expect(parsed(createLinearParser(services), one)).toBe(parsed(reference, one));
      }),
      { numRuns: 60 },
    );
  });
});
