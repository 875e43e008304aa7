import { expect, test } from 'vitest';
import { markdownToBlocks } from '../src/document/markdown-blocks.js';
import { documentText } from './document-text.js';

test('several blanks between words are one, as formatting writes them; but in code', () => {
  const blocks = markdownToBlocks('内设   15    个\t科室，`甲   乙`', { headingLevel: 1, idPrefix: '文' });
  expect(documentText(blocks)).toEqual(['内设 15 个\t科室，甲   乙']);
});
