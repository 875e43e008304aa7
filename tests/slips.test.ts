import { describe, expect, test } from 'vitest';
import { costOf, examples, slips } from './bench/slips.mjs';
import { Random } from '../packages/cli/src/trial/random.js';

/**
 * One slip of the hand gives one error or warning, where it was made; or nothing, where it is read as it was meant.
 * `npm run bench` tells the same of many more.
 */
describe.each(Object.keys(slips))('%s', (kind) => {
  test('is told once, where it is', () => {
    const costs = examples.flatMap((example, index) => {
      const places = slips[kind]!(example.text);
      if (places.length === 0) return [];
      const place = Random.of(17, index).pick(places);
      const { told, line, isGood } = costOf(kind, example, place);
      return [{ place: `${example.path}:${line}`, told, isGood }];
    });
    expect(costs.length).toBeGreaterThan(0);
    expect(costs.filter(({ isGood }) => !isGood)).toEqual([]);
  });
});
