import { expect, test } from 'vitest';
import { ruledGrids } from '../src/extract/pdf/lattice.js';
import type { Run } from '../src/extract/pdf/words.js';

const line = (at: number, from: number, to: number) => ({ at, from, to });
const run = (text: string, x: number, y: number, width = text.length * 10): Run => ({
  text,
  x,
  y,
  width,
  height: 10,
});

/** Three columns of 100, two rows of 20 below a header in which the first two columns are one cell. */
const lines = {
  horizontal: [100, 80, 60].map((y) => line(y, 0, 300)),
  vertical: [line(0, 60, 100), line(100, 60, 80), line(200, 60, 100), line(300, 60, 100)],
};

function texts(runs: readonly Run[]): string[][] {
  const [found] = ruledGrids(lines, runs, 1);
  return found!.grid.rows.map((row) => row.map(({ text }) => text));
}

test('what no line parts is one cell', () => {
  const rows = texts([
    run('项目', 80, 85),
    run('决算数', 230, 85),
    run('201', 10, 65),
    run('行政运行', 110, 65),
    run('1,511.89', 210, 65),
  ]);
  expect(rows).toEqual([
    ['项目', '项目', '决算数'],
    ['201', '行政运行', '1,511.89'],
  ]);
});

test('a run that crosses a border is cut there', () => {
  expect(texts([run('201行政', 70, 65, 50)])[1]).toEqual(['201', '行政', '']);
});

test('what stands outside of the lines is left to the text', () => {
  const outside = run('单位：万元', 200, 110);
  const [found] = ruledGrids(lines, [outside, run('1', 10, 65)], 1);
  expect(found!.taken.has(outside)).toBe(false);
});

test('lines beside each other that hold nothing apart are no table', () => {
  expect(ruledGrids({ horizontal: [line(100, 0, 300)], vertical: [] }, [], 1)).toEqual([]);
});
