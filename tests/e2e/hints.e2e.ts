import { displayWidth } from '@fiscal/language/editor';
import { expect, test } from 'vitest';
import { example, placeInExample } from './harness/project.js';
import { openSession } from './harness/session.js';
import type { Workbench } from './harness/workbench.js';

// A line of figures keeps to one row: no hint takes it a second one.

let workbench: Workbench;

/** The leading example as if no budget had been kept to, so that every line has a rate to tell. */
const missed = {
  file: '没有完成预算.fiscal',
  text: example.text.replace(/^(?<before> +\d{7} .* 预算 +)\d/gm, '$<before>9'),
};

/** The lines of figures begin there; above them codes have their names as hints. */
const figures = placeInExample('2011101 行政运行 基本');

openSession('hints', (session) => ({ workbench } = session), { files: { [missed.file]: missed.text } });

test.each([
  { pixels: 600, columns: 74, source: example },
  { pixels: 1200, columns: 150, source: example },
  { pixels: 600, columns: 74, source: missed },
  { pixels: 1200, columns: 150, source: missed },
])('$source.file: what fits into $pixels pixels takes one row', async ({ pixels, columns, source }) => {
  await workbench.openFile(source.file);
  await workbench.widenEditorTo(pixels);
  await workbench.goTo(figures.line, 1);
  await workbench.editor.locator('.view-line', { hasText: /2210201.{0,3}住房公积金.·/ }).waitFor();
  await workbench.picture(`hints-${source === missed ? 'missed-' : ''}${pixels}`);
  const rows = await workbench.rowsOfLines();
  expect(rows.get(figures.line)).toBe(1);
  expect(rows.size).toBeGreaterThan(40);
  const lines = source.text.split('\n');
  const wrapped = [...rows].filter(([, count]) => count > 1).map(([line]) => lines[line - 1]!);
  expect(wrapped.filter((line) => displayWidth(line) <= columns)).toEqual([]);
});

test('what has no room as a hint is told by the hover', async () => {
  await workbench.hoverUntil(workbench.source(/^9\.43$/), '完成率 58%');
  await workbench.picture('hints-missed-hover');
});
