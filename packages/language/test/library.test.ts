import { Decimal } from '@fiscal/core';
import { librarySources } from '@fiscal/library';
import { compiledLibrary } from '@fiscal/library/compiled';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layered } from '../src/library/lazy-map.js';
import { type Library, standardLibrary } from '../src/library/library.js';
import { pack, unpack } from '../src/library/packed.js';
import { readLibrary } from '../src/library/read-library.js';

/** All of it as text, in order: a map tells its entries, a number that it is one. */
function told(value: unknown): string {
  const shown = (_: string, each: unknown) => (each instanceof Map ? { entries: [...each] } : each);
  return JSON.stringify(value, shown, 1);
}

function everything({ templates, rules, schema, phrases }: Library) {
  // What they print no source says: tests/printed-blocks.test.ts.
  const whole = [...templates].map(
    ([name, { content, printed, ...head }]) => [name, { ...head, content }] as const,
  );
  return { templates: new Map(whole), rules, schema, phrases };
}

describe('the library that was made when it was built', () => {
  const parsed = everything(readLibrary());
  const compiled = everything(standardLibrary());

  test('is what its sources say, places and order included: npm run build', () => {
    expect(parsed.templates.size).toBeGreaterThan(1);
    expect(compiled).toEqual(parsed);
    expect(told(compiled)).toBe(told(parsed));
  });

  test('has its places in the texts that an editor shows', () => {
    const lines = new Map(librarySources.map(({ uri, text }) => [uri, text.split('\n')]));
    const wordAt = ({ uri, range: { start, end } }: { uri: string; range: Range }) =>
      lines.get(uri)![start.line]!.slice(start.character, end.character);
    for (const { name, origin } of compiled.templates.values()) expect(wordAt(origin)).toBe(name);
    for (const { id, origin } of compiled.rules) {
      const { start } = origin.range;
      expect(lines.get(origin.uri)![start.line]!.slice(start.character)).toMatch(new RegExp(`^规则 ${id} `));
    }
  });

  test('has each template by itself', () => {
    expect(Object.keys(compiledLibrary.templates)).toEqual([...parsed.templates.keys()]);
  });
});

type Range = Record<'start' | 'end', { line: number; character: number }>;

describe('packed data', () => {
  const position = fc.record({ character: fc.nat(), line: fc.nat() });
  const range = fc.record({ start: position, end: position });
  const origin = fc.record({ uri: fc.constantFrom('a:/1', 'a:/2'), range });
  const decimal = fc
    .tuple(fc.bigInt(), fc.nat(30))
    .map(([digits, places]) => new Decimal(`${digits}e-${places}`));
  const { data } = fc.letrec((tie) => ({
    data: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      origin,
      range,
      decimal,
      fc.array(tie('data')),
      fc.dictionary(fc.constantFrom('uri', 'range', 'start', 'kind'), tie('data'), { noNullPrototype: true }),
      fc.array(fc.tuple(fc.string(), tie('data'))).map((entries) => new Map(entries)),
    ),
  }));

  test('is read as what it was', () => {
    fc.assert(
      fc.property(data, (value) => {
        const read = unpack(JSON.parse(JSON.stringify(pack(value, 'a:/1'))));
        expect(read).toEqual(value);
        expect(told(read)).toBe(told(value));
      }),
    );
  });

  test('is never made of what is no data', () => {
    expect(() => pack({ act: () => 1 }, '')).toThrow('No data');
    expect(unpack(pack({ absent: undefined }, ''))).toEqual({});
  });
});

describe('maps in layers', () => {
  test('hold what both hold, the upper one first, and make nothing before it is asked for', () => {
    const base = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    const both = layered(
      base,
      new Map([
        ['b', 3],
        ['c', 4],
      ]),
    );
    expect([...both]).toEqual([...new Map([...base, ['b', 3], ['c', 4]])]);
    expect([both.size, both.has('c'), both.get('b'), both.get('d')]).toEqual([3, true, 3, undefined]);
    expect(layered(base, new Map())).toBe(base);
  });
});
