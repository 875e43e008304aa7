import { listFacts } from '@fiscal/core';
import { formatText, load } from '@fiscal/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edits, onlyTouches, sources } from './bench/one-line-edits.mjs';

// Reviewers read the comparison of two versions: it shows what was edited, and nothing that only moved.

const formatted = sources.map(({ name, text }) => ({ name, text: formatText(text) }));

const places = formatted.flatMap(({ text }) => {
  const lines = text.split('\n');
  return lines.map((line, index) => ({ line, index, text, lines }));
});

test.each(Object.entries(edits))('%s: no other line changes when the file is formatted', (_, edit) => {
  const editable = places.filter(({ line }) => edit(line) !== undefined);
  fc.assert(
    fc.property(fc.constantFrom(...editable), ({ line, index, text, lines }) => {
      const after = formatText(lines.toSpliced(index, 1, ...edit(line)!).join('\n'));
      expect(onlyTouches(text, after, index), after).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test.each(formatted)('$name: formatting is settled the first time', ({ text }) => {
  expect(formatText(text)).toBe(text);
});

test.each(sources)('$name: formatting keeps every fact', ({ text }) => {
  const scrambled = text.replace(/(?<=[^\s"“”【】]) +(?=[^\s"“”【】])/g, '   ');
  expect(factsOf(formatText(scrambled))).toEqual(factsOf(text));
});

describe('what cannot be read stays as it is, to the byte', () => {
  const slips = [
    '事业收入   @  12',
    '  上年',
    '  2012601   行政运行  基本   基本 3',
    '   原因   "没有写完',
    '  12   34   56',
  ];

  const figures = places.filter(
    ({ line, lines, index }) =>
      /^ {4}\S.* \d/.test(line) && !/[{}"]|\/\//.test(line) && !isInText(lines, index),
  );

  test.each(slips)('%s: on its line, and no other line changes', (slip) => {
    fc.assert(
      fc.property(fc.constantFrom(...figures), ({ lines, index }) => {
        const slipped = lines.toSpliced(index, 0, slip).join('\n');
        expect(formatText(slipped)).toBe(slipped);
      }),
      { numRuns: 20 },
    );
  });

  test('figures in a rule that compare nothing', () => {
    const text = '规则 乙01 "x" {\n    事业收入   ≥ 1\n  12   34   56\n    经营收入 ≥ 1\n}\n';
    expect(formatText(text)).toBe('规则 乙01 "x" {\n  事业收入 ≥ 1\n  12   34   56\n  经营收入 ≥ 1\n}\n');
  });

  test('what stands in a block whose head cannot be read', () => {
    const text =
      '部门决算 某局 2023 {\n  支出 一般公共预算 @ {\n合计   3\n    2012601   行政运行 项目 3\n  }\n小数   2\n}\n';
    expect(formatText(text)).toBe(text.replace('小数   2', '  小数          2'));
  });

  test('a file with a merge that is not settled', () => {
    const ours = '  收入 {\n<<<<<<< HEAD\n  事业收入   12\n=======\n  事业收入   13\n>>>>>>> 别人的\n  }';
    const text = `部门决算 某局 2023 {\n${ours}\n}`;
    expect(formatText(text)).toBe(text);
    expect(formatText(text.replaceAll('\n', '\r\n'))).toBe(text.replaceAll('\n', '\r\n'));
  });

  test('a heading that is underlined is no merge', () => {
    const text = '部门决算 某局 2023 {\n  职责 """\n    概况\n    =======\n    """\n  小数   2\n}\n';
    expect(formatText(text)).toBe(text.replace('小数   2', '小数          2'));
  });

  test('a file in which a brace is missing or superfluous', () => {
    for (const text of [
      '部门决算 某局 2023 {\n收入 {\n总计   3\n支出 {\n总计   3\n}\n}\n',
      '部门决算 某局 2023 {\n收入 {\n总计   3\n}\n}\n支出 {\n总计   3\n}\n}\n',
    ])
      expect(formatText(text)).toBe(text);
  });
});

function factsOf(text: string): string[] {
  const { reports } = load([{ uri: 'file:///甲.fiscal', text }], { read: () => undefined });
  return reports.flatMap(({ base }) =>
    listFacts(base).map(({ path, value, state }) => `${path} ${state} ${value}`),
  );
}

/** Between three quotation marks, where everything is text: 编制 22 人. */
function isInText(lines: readonly string[], index: number): boolean {
  return lines.slice(0, index).filter((line) => line.includes('"""')).length % 2 === 1;
}
