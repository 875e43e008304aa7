import { expect, test } from 'vitest';
import { excerptOf } from '../src/output/excerpt.js';
import { textWidth } from '../src/output/width.js';

/** Marks the range with «» in the line, and shows source and carets below each other. */
function shown(marked: string, columns = 80): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const line = marked.replace(/[«»]/g, '');
  const range = { start: { line: 0, character: start }, end: { line: 0, character: end } };
  const { source, indent, carets } = excerptOf([line], range, columns)!;
  return [source, indent + carets];
}

test('latin letters take one column', () => {
  expect(shown('total «12.5» x')).toEqual([
    'total 12.5 x', //
    '      ^^^^',
  ]);
});

test('CJK and full-width characters take two columns each', () => {
  expect(shown('总计（«合计»） 3')).toEqual([
    '总计（合计） 3', //
    '      ^^^^',
  ]);
  expect(shown('「«３２１»」')).toEqual([
    '「３２１」', //
    '  ^^^^^^',
  ]);
});

test('tabs become blanks up to the next stop, also after wide characters', () => {
  expect(shown('\t总\t«1»')).toEqual([
    '    总  1', //
    '        ^',
  ]);
  expect(shown('a«\t»b')).toEqual([
    'a   b', //
    ' ^^^',
  ]);
});

test('a combining mark takes no column of its own', () => {
  expect(shown('e\u0301e\u0301 «x»')).toEqual([
    'e\u0301e\u0301 x', //
    '   ^',
  ]);
});

test('an emoji of several code points is one character of two columns', () => {
  expect(shown('👩‍👩‍👧 «👍🏽» x')).toEqual([
    '👩‍👩‍👧 👍🏽 x', //
    '   ^^',
  ]);
});

test('a character outside the basic plane is two units and two columns', () => {
  expect(shown('𠮷«𠮷»家')).toEqual([
    '𠮷𠮷家', //
    '  ^^',
  ]);
});

test('a range that ends inside a character underlines all of it', () => {
  const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } };
  expect(excerptOf(['a𠮷b'], range, 80)).toMatchObject({ indent: ' ', carets: '^^' });
});

test('an empty range has one caret, also after the end of the line', () => {
  expect(shown('总«»计')).toEqual([
    '总计', //
    '  ^',
  ]);
  expect(shown('总计«»')).toEqual([
    '总计', //
    '    ^',
  ]);
  expect(shown('«»')).toEqual(['', '^']);
});

test('of a range over several lines the first is shown, to its end, and where it ends is said', () => {
  const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 1 } };
  expect(excerptOf(['a', '文字开始', 'b', 'c'], range, 80)).toEqual({
    number: '2',
    source: '文字开始',
    indent: '    ',
    carets: '^^^^',
    remark: '（到第 4 行）',
  });
});

test('a line that does not exist has no excerpt', () => {
  const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 1 } };
  expect(excerptOf(['a'], range, 80)).toBeUndefined();
});

test('a long line is cut to a window around the range', () => {
  const [source, marks] = shown(`${'前'.repeat(100)}«这里»${'后'.repeat(100)}`, 40);
  // A third of 40 columns is 13: six characters before; then 40 - 1 - 12 - 4 = 23 columns, one for the ellipsis.
  expect(source).toBe(`…${'前'.repeat(6)}这里${'后'.repeat(11)}…`);
  expect(marks).toBe(`${' '.repeat(13)}^^^^`);
});

test('a long line that is marked near its start or end is cut on one side only', () => {
  expect(shown(`«起»${'文'.repeat(50)}`, 40)).toEqual([`起${'文'.repeat(18)}…`, '^^']);
  expect(shown(`${'文'.repeat(50)}«止»`, 40)).toEqual([`…${'文'.repeat(6)}止`, `${' '.repeat(13)}^^`]);
});

test('control characters and direction marks are made visible', () => {
  expect(shown('a\u001b[31m«b»\u202e')).toEqual([
    'a␛[31mb\ufffd', //
    '      ^',
  ]);
});

test.each([
  ['ａ“甲”：1.5%', 12],
  ['🇨🇳1️⃣☃️✅', 8],
  ['\u200b\ufeff\u3099', 0],
  ['ｱ한', 3],
])('%j takes %i columns', (text, width) => {
  expect(textWidth(text)).toBe(width);
});
