import { describe, expect, test } from 'vitest';
import { fontFolders } from '../src/machine/chinese-font.js';
import { drawingWith } from '../src/machine/drawing.js';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>';

describe('pictures of charts', () => {
  test('are drawn for one report after the other, by machines of their own', async () => {
    const pictures = [];
    for (const draw of [drawingWith(), drawingWith(fontFolders())]) pictures.push(await draw(svg));
    // Of a machine without a Chinese font there is none, both times.
    expect(pictures[1]).toEqual(pictures[0]);
  });

  test('are none where there is no Chinese font', async () => {
    expect(await drawingWith([])(svg)).toBeUndefined();
  });
});
