import { expect, test } from 'vitest';
import { withoutInlineFrames } from '../src/extract/pdf/inline-frames.js';
import type { RulingLines } from '../src/extract/pdf/ruling-lines.js';
import type { Run } from '../src/extract/pdf/words.js';

const line = (at: number, from: number, to: number) => ({ at, from, to });
const run = (text: string, x: number, y: number): Run => ({
  text,
  x,
  y,
  width: text.length * 10,
  height: 10,
});

function box(left: number, right: number, low: number, high: number): RulingLines {
  return {
    horizontal: [line(low, left, right), line(high, left, right)],
    vertical: [line(left, low, high), line(right, low, high)],
  };
}

function all(...some: readonly RulingLines[]): RulingLines {
  return {
    horizontal: some.flatMap(({ horizontal }) => horizontal),
    vertical: some.flatMap(({ vertical }) => vertical),
  };
}

const nothing = { horizontal: [], vertical: [] };
const table = all(box(0, 100, 0, 20), box(100, 200, 0, 20), box(0, 100, 20, 40), box(100, 200, 20, 40));

test('a box around a word in running text is no table', () => {
  const words = [run('共有车辆', 0, 4), run('未填', 43, 4), run('辆', 68, 4)];
  expect(withoutInlineFrames(box(41, 65, 0, 15), words)).toEqual(nothing);
});

test('a box that goes on in the next line is open there', () => {
  const { horizontal, vertical } = box(41, 53, 0, 15);
  const open = { horizontal, vertical: vertical.slice(0, 1) };
  expect(withoutInlineFrames(open, [run('未', 42, 4)])).toEqual(nothing);
});

test('boxes in the cells of a table part no columns, also right below its border', () => {
  const boxes = all(box(174, 198, 2, 18), box(174, 198, 22.2, 39.8));
  const words = [run('未填', 176, 6), run('未填', 176, 26)];
  expect(withoutInlineFrames(all(table, boxes), words)).toEqual(table);
});

test('cells stay that are as narrow as their words, beside each other with or without room', () => {
  const cells = all(box(0, 24, 0, 15), box(24, 48, 0, 15), box(0, 24, 15, 30), box(24, 48, 15, 30));
  const loose = all(box(0, 24, 0, 15), box(26, 50, 0, 15), box(0, 24, 17, 32), box(26, 50, 17, 32));
  const words = [run('甲局', 2, 4), run('乙局', 26, 4), run('丙局', 2, 20), run('丁局', 26, 20)];
  expect(withoutInlineFrames(cells, words)).toEqual(cells);
  expect(withoutInlineFrames(loose, words)).toEqual(loose);
});
