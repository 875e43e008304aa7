import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Reached } from '../src/following/reached.js';

/** a→b,c;b→a with leaves at nodes: who leads to which leaves, asked in the order given. */
function reached(ways: Record<string, { on?: string[]; leaves?: number[] }>, ...asked: string[]) {
  const graph = new Reached<string, number>((node) => ({
    on: ways[node]?.on ?? [],
    leaves: ways[node]?.leaves ?? [],
  }));
  return asked.map((node) => [...graph.from(node)].sort().join());
}

test('what two lead to that lead to each other is the same of both, whichever is asked first', () => {
  const ways = {
    total: { on: ['income', 'spending'] },
    income: { on: ['total'], leaves: [1] },
    spending: { leaves: [2] },
  };
  expect(reached(ways, 'total', 'income')).toEqual(['1,2', '1,2']);
  expect(reached(ways, 'income', 'total')).toEqual(['1,2', '1,2']);
});

test('of any graph, in any order, what a search from each finds', () => {
  const node = fc.integer({ min: 0, max: 7 });
  const graph = fc.array(
    fc.record({ on: fc.array(node, { maxLength: 4 }), leaves: fc.array(fc.nat(9), { maxLength: 2 }) }),
    {
      minLength: 8,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(graph, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (ways, order) => {
      const search = new Reached<number, number>((one) => ways[one]!);
      for (const start of order) {
        const seen = new Set([start]);
        for (const one of seen) for (const next of ways[one]!.on) seen.add(next);
        const leaves = new Set([...seen].flatMap((one) => ways[one]!.leaves));
        expect(new Set(search.from(start))).toEqual(leaves);
      }
    }),
  );
});
