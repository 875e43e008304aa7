import { describe, expect, test } from 'vitest';
import { markdownToBlocks } from '../src/document/markdown-blocks.js';
import { documentText } from './document-text.js';

const options = { headingLevel: 1, idPrefix: '文' };

function read(text: string) {
  return markdownToBlocks(text, options);
}

describe('text that nests or marks more than any author means is shown as it stands', () => {
  test.each([
    ['quotes', '> '.repeat(50_000)],
    ['quotes without blanks', '>'.repeat(50_000)],
    ['lists', '- '.repeat(50_000) + '甲'],
    ['numbered lists', '1. '.repeat(30_000) + '甲'],
    [
      'lists deep in lists',
      Array.from({ length: 300 }, (_, depth) => '  '.repeat(depth) + '- 甲').join('\n'),
    ],
    ['open links', '[a]('.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*甲 **乙 '.repeat(20_000)],
    ['emphasis over lines', '*甲_ 乙\n'.repeat(20_000)],
    ['code marks', '`甲``'.repeat(20_000)],
    ['underlined headings', '甲\n===\n'.repeat(20_000)],
  ])('%s', (_, text) => {
    const blocks = read(text);
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['paragraph']));
    expect(withoutBlanks(documentText(blocks).join(''))).toBe(withoutBlanks(text));
  });

  test('with its paragraphs and every character', () => {
    expect(documentText(read('[a]('.repeat(1000) + '\n\n  第二段\n\n\n第三段'))).toEqual([
      '[a]('.repeat(1000),
      '第二段',
      '第三段',
    ]);
  });
});

describe('what authors write is read as Markdown', () => {
  test.each([
    ['a long list', '- **甲**：[乙](https://a.cn)\n'.repeat(300), 'list'],
    ['a numbered list', Array.from({ length: 300 }, (_, index) => `${index + 1}. **甲**`).join('\n'), 'list'],
    ['a long table', '| 甲 | 乙 |\n|---|---|\n' + '| **一** | `二` |\n'.repeat(300), 'table'],
    ['a quote in a list in a list', '- 甲\n  - 乙\n    > 丙', 'list'],
    ['many paragraphs', '**甲**乙_丙_\n\n'.repeat(300), 'paragraph'],
  ])('%s', (_, text, kind) => {
    const blocks = read(text);
    expect(new Set(blocks.map((block) => block.kind))).toEqual(new Set([kind]));
    expect(JSON.stringify(blocks)).not.toMatch(/\*\*|\[乙\]/);
  });
});

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
