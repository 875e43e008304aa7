import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownToBlocks } from '../src/document/markdown-blocks.js';
import { documentText } from './document-text.js';

const options = { headingLevel: 1, idPrefix: '文' };

function textOf(markdown: string): string {
  return documentText(markdownToBlocks(markdown, options)).join('\n');
}

describe('footnotes', () => {
  test('are numbered as they are spoken of, and stand at the end of the text', () => {
    const text = '收入增加[^乙]，支出减少[^1]。\n\n[^1]: 压减会议 费用。\n[^乙]: 并入一家单位。\n\n结尾。';
    expect(textOf(text).split('\n')).toEqual([
      '收入增加［1］，支出减少［2］。',
      '结尾。',
      '［1］并入一家单位。',
      '［2］压减会议 费用。',
    ]);
  });

  test('that nothing refers to are not lost', () => {
    expect(textOf('甲。\n\n[^1]: 说明。')).toBe('甲。\n［1］说明。');
    expect(textOf('甲[^2]。')).toBe('甲[^2]。');
  });

  test('what Markdown takes for the target of a link is text when no link means it', () => {
    expect(textOf('甲。\n\n[注]: 说明')).toBe('甲。\n[注]: 说明');
    expect(textOf('[甲][注]。\n\n[注]: https://example.org')).toBe('甲。');
  });
});

/** Ways to write something in Markdown; each word is there once. */
const forms: ((word: string, other: string) => string)[] = [
  (word) => word,
  (word) => `# ${word}`,
  (word, other) => `- ${word}\n- ${other}`,
  (word, other) => `1. ${word}\n\n   ${other}`,
  (word) => `> ${word}`,
  (word, other) => `| ${word} | 二 |\n|---|---|\n| ${other} | 2 |`,
  (word, other) => `**${word}**与*${other}*`,
  (word) => `\`\`\`\n${word}\n\`\`\``,
  (word) => `[${word}](https://example.org)`,
  (word) => `[${word}](javascript:x)`,
  (word) => `![${word}](图.png)`,
  (word) => `<b>${word}</b>`,
  (word) => `<!-- ${word} -->`,
  (word, other) => `${word}[^${other}]`,
  (word, other) => `[^${word}]: ${other}`,
  (word, other) => `[${word}]: ${other}`,
  (word, other) => `[${word}]: ${other} 后文`,
  (word) => `~~${word}~~`,
  (word) => `　　${word}`,
  (word) => `    ${word}`,
];

test('whatever somebody wrote is there', () => {
  const piece = fc.nat(forms.length - 1);
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const words: string[] = [];
      const word = () => {
        words.push(`词${String.fromCharCode(0x7532 + words.length)}末`);
        return words.at(-1)!;
      };
      const text = pieces.map((index) => {
        const [one, other] = [word(), word()];
        const made = forms[index]!(one, other);
        if (!made.includes(other)) words.pop();
        return made;
      });
      const shown = JSON.stringify(markdownToBlocks(text.join('\n\n'), options));
      // A footnote is called by its number.
      const names = new Set([...text.join('\n\n').matchAll(/\[\^([^\]]+)\]/g)].map((match) => match[1]));
      for (const one of words) if (!names.has(one)) expect(shown, text.join('\n\n')).toContain(one);
    }),
    { seed: 16, numRuns: 500 },
  );
});
