import { describe, expect, test } from 'vitest';
import { afterTwo, lists, reachable, subjects, typeInitials } from './bench/initials.mjs';

/**
 * The subjects of the published reports, typed by the initials of their pinyin as an editor sees it. `npm run bench`
 * tells the shares, and with each letter.
 */
describe('typed by initials into an empty block', async () => {
  const results: { name: string; typed: string; places: Map<number, number> }[] = [];
  for (const subject of subjects) {
    const { name, typed } = subject;
    results.push({ name, typed, places: await typeInitials(subject, { lengths: [1, 2, typed.length] }) });
  }

  test('after two letters the right one stands first, as often as any order could put it there', () => {
    const first = results.filter(({ places }) => afterTwo(places) === 0);
    expect(first.length).toBeGreaterThanOrEqual(0.95 * reachable(subjects));
  });

  test('no name is ever lost, and the whole of its initials puts it first', () => {
    const later = results.filter(({ places, typed }) => places.get(typed.length) !== 0);
    // 其他行政事业单位医疗支出 is a usual one, too, and has the same initials.
    expect(later.map(({ name, places, typed }) => [name, places.get(typed.length)])).toEqual([
      ['其他行政事业单位养老支出', 1],
    ]);
  });
});

test('typed below the lines before it, four of five stand first after two letters', async () => {
  const first: boolean[] = [];
  for (const list of lists)
    for (const [index, subject] of list.entries()) {
      const places = await typeInitials(subject, { above: list.slice(0, index), lengths: [1, 2] });
      first.push(afterTwo(places) === 0);
    }
  expect(first.filter((isFirst) => isFirst).length).toBeGreaterThanOrEqual(0.8 * first.length);
}, 60_000);
