import { positionInText, type TextPiece } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { examples } from './examples.js';
import { loadText, report } from './read.js';

/** What stands in the source where a piece of text says that it stands, character by character. */
function lettersAt(source: string, { text, place }: TextPiece & { kind: 'text' }): string {
  const lines = source.split('\n');
  return [...text.split('').keys()]
    .map((offset) => {
      const { line, character } = positionInText(text, place!, offset);
      return lines[line]?.[character] ?? '\n';
    })
    .join('');
}

function textPieces(source: string): (TextPiece & { kind: 'text' })[] {
  const { reports } = loadText(source);
  return reports
    .flatMap(({ texts }) => texts)
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.kind === 'text');
}

const written = {
  'a string': report('职责 "编制本级决算。"'),
  'a string with holes': report('职责 "收入【收入.总计】万元，支出【支出.总计】万元。"'),
  'escaped marks': report('职责 "写作\\【略\\】与\\"引号\\"，收入【收入.总计】万元\\】。"'),
  'a block': report('职责 """\n    第一行【收入.总计】。\n      第二行。\n\n    第三行\\】完。\n  """'),
  'a block on one line': report('职责 """  只有一行【收入.总计】。 """'),
  'a block that begins on its first line': report('职责 """第一行\n    第二行\n  """'),
  'Windows line ends': report('职责 """\n    第一行【收入.总计】。\n    第二行。\n  """').replaceAll(
    '\n',
    '\r\n',
  ),
};

describe('a text knows where each of its characters stands', () => {
  test.each(Object.entries(written))('%s', (_, source) => {
    const pieces = textPieces(source);
    expect(pieces.length).toBeGreaterThan(0);
    for (const piece of pieces) expect(lettersAt(source.replaceAll('\r', ''), piece)).toBe(piece.text);
  });

  test.each(examples)('example $name', ({ text }) => {
    for (const piece of textPieces(text)) expect(lettersAt(text, piece)).toBe(piece.text);
  });
});
