import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTexts } from '@fiscal/compare/merge';
import { formatText, load } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { exampleFiles } from './check.js';
import { readCorpus } from './fuzz/corpus.js';
import { mutate } from './fuzz/mutations.js';
import { Random } from '../packages/cli/src/trial/random.js';
import { saidIn } from './told.js';

const root = join(import.meta.dirname, '..');
const corpus = readCorpus(root);

const sources = exampleFiles.map((name) => ({
  name,
  text: readFileSync(join(root, 'examples', name), 'utf8'),
}));

/** All that the reports of a text say, one line each. */
function said(text: string): string[] {
  const { reports } = load([{ uri: 'file:///a.fiscal', text }], { read: () => undefined });
  const lines = reports.flatMap((report) => [...saidIn(report)]);
  // Of a block whose only line is in conflict the name is left, and states nothing.
  return lines
    .filter(([key]) => !key.endsWith('?'))
    .map(([key, value]) => `${key} ${value}`)
    .sort();
}

interface Place {
  at: number;
  figure: string;
}

/** Figures of data, each of them a statement: no codes, no dates, nothing in texts. */
function figuresIn(text: string): Place[] {
  const figures: Place[] = [];
  let isText = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const fences = line.split('"""').length - 1;
    const data =
      isText || fences > 0 ? '' : line.replace(/\/\/.*|"[^"]*"/g, (part) => ' '.repeat(part.length));
    for (const { 0: figure, index } of data.matchAll(/(?<=[^\s\d] +|\d +)\d+(?:\.\d+)?(?=$| )/g))
      figures.push({ at: start + index, figure });
    if (fences % 2 === 1) isText = !isText;
    start += line.length + 1;
  }
  return figures.filter(
    ({ at }) => !/(?:决算|引用|指标) [^\n{]*$/.test(text.slice(0, at).split('\n').at(-1)!),
  );
}

function withFigure(text: string, { at, figure }: Place, next: string): string {
  return text.slice(0, at) + next + text.slice(at + figure.length);
}

interface Rename {
  name: string;
  from: number;
  end: number;
  /** The text with another name in that place. */
  to: (more: string) => string;
}

/** Projects and units of which something is said, with where their blocks or lines end. */
function renamesIn(text: string): Rename[] {
  return [...text.matchAll(/^( *)(?:项目|单位) ([^\s{"（]+)(?= [^\n]*$)/gm)].map(
    ({ 0: head, 1: indent, 2: name, index }) => {
      const at = index + head.length;
      const line = text.indexOf('\n', at);
      const isBlock = text.slice(at, line).endsWith('{');
      const end = isBlock ? text.indexOf(`\n${indent}}`, line) : line;
      return { name: name!, from: at, end, to: (more) => text.slice(0, at) + more + text.slice(at) };
    },
  );
}

describe.each(sources)('$name', ({ text }) => {
  const figures = figuresIn(text);

  test('two figures that two people changed are both changed', () => {
    expect(figures.length).toBeGreaterThan(5);
    for (let index = 0; index < 6; index += 1) {
      const random = Random.of(7, index);
      const [first, second] = random.some(figures, 2) as [Place, Place];
      const [ours, theirs] = [withFigure(text, first, '71.11'), withFigure(text, second, '72.22')];
      const both = withFigure(ours, { ...second, at: second.at + 5 - first.figure.length }, '72.22');
      for (const other of [theirs, formatText(theirs.replace(/ {3,}(?=\S)/g, '  '))]) {
        const merged = mergeTexts(text, ours, other);
        expect({ ...merged, text: '' }, first.figure).toEqual({ text: '', conflicts: 0 });
        expect(said(merged.text)).toEqual(said(both));
      }
    }
  });

  test('one figure that two people changed is a conflict of its line, which names all three', () => {
    for (let index = 0; index < 4; index += 1) {
      const place = Random.of(8, index).pick(figures);
      const [ours, theirs] = [withFigure(text, place, '71.11'), withFigure(text, place, '72.22')];
      const { text: merged, conflicts } = mergeTexts(text, ours, theirs);
      expect(conflicts).toBe(1);
      const [passage = ''] = /^<{7}[\s\S]*?^>{7}.*$/m.exec(merged) ?? [];
      expect(passage.split('\n')).toHaveLength(7);
      expect(passage.split('\n')[0]).toContain(`原来 ${place.figure}`);
      expect(passage.split('\n')[0]).toMatch(/当前 71\.11.*并入 72\.22/);
      const kept = new Set([...said(ours), ...said(theirs)]);
      expect(said(merged).filter((line) => !kept.has(line))).toEqual([]);
      expect(said(merged).length).toBeGreaterThan(said(text).length - 12);
    }
  });

  test('a name that one side changed, and a figure in it that the other did, are both changed', () => {
    for (const rename of renamesIn(text).slice(0, 6)) {
      const [ours, other] = [rename.to('甲项'), rename.to('乙项')];
      const inside = figures.filter(({ at }) => at > rename.from && at < rename.end);
      for (const place of inside.slice(0, 2)) {
        const theirs = withFigure(text, place, '72.22');
        const both = withFigure(ours, { ...place, at: place.at + ours.length - text.length }, '72.22');
        for (const [left, right] of [
          [ours, theirs],
          [theirs, ours],
        ] as const) {
          const merged = mergeTexts(text, left, right);
          expect({ ...merged, text: '' }, rename.name).toEqual({ text: '', conflicts: 0 });
          expect(said(merged.text)).toEqual(said(both));
        }
      }
      const { text: merged, conflicts } = mergeTexts(text, ours, other);
      expect(conflicts, rename.name).toBe(1);
      expect(merged).toContain(`原来 ${rename.name}，当前 ${rename.name}甲项，并入 ${rename.name}乙项`);
    }
  });

  test('whatever two people did, a merge says what they say and nothing else', () => {
    for (let index = 0; index < (text.length > 20_000 ? 4 : 10); index += 1) {
      const random = Random.of(9, index);
      const [ours, theirs] = [mutate(text, random, corpus), mutate(text, random, corpus)];
      const { text: merged, conflicts } = mergeTexts(text, ours, theirs);
      const [old, left, right] = [text, ours, theirs].map((one) => new Set(said(one))) as [
        Set<string>,
        Set<string>,
        Set<string>,
      ];
      const result = said(merged);
      expect(
        result.filter((line) => !left.has(line) && !right.has(line)),
        `case ${index}`,
      ).toEqual([]);
      if (conflicts > 0) continue;
      const lost = [...left, ...right].filter((line) => !result.includes(line) && !old.has(line));
      expect(lost, `case ${index}`).toEqual([]);
    }
  });
});

const report = (lines: string) => `部门决算 某县档案馆 2024 {\n${lines}}\n`;

/** What each of two people made of the same lines, and what comes of both. */
const pairs: [title: string, old: string, ours: string, theirs: string, merged: string][] = [
  [
    'each refers to another unit',
    '  引用 上年 "前年.fiscal"\n',
    '  引用 单位 "甲.fiscal"\n  引用 上年 "前年.fiscal"\n',
    '  引用 单位 "乙.fiscal"\n  引用 上年 "前年.fiscal"\n',
    '  引用 单位 "甲.fiscal"\n  引用 单位 "乙.fiscal"\n  引用 上年 "前年.fiscal"\n',
  ],
  [
    'the same figure, spelled otherwise',
    '  收入 {\n    其他收入 6.20\n  }\n',
    '  收入 {\n    其他收入 6.30\n  }\n',
    '  收入 {\n    其他收入 6.3\n  }\n',
    '  收入 {\n    其他收入 6.30\n  }\n',
  ],
  [
    'the same day, spelled otherwise',
    '  公开时间 2025-09-10\n',
    '  公开时间 2025-09-18\n',
    '  公开时间 2025年9月18日\n',
    '  公开时间 2025-09-18\n',
  ],
  [
    'visits and visitors',
    '  三公经费 {\n    公务接待费 0.30 {\n      国内 0.30 3 批次 18 人次\n    }\n  }\n',
    '  三公经费 {\n    公务接待费 0.30 {\n      国内 0.30 4 批次 18 人次\n    }\n  }\n',
    '  三公经费 {\n    公务接待费 0.30 {\n      国内 0.30 3 批次 20 人次\n    }\n  }\n',
    '  三公经费 {\n    公务接待费 0.30 {\n      国内 0.30 4 批次 20 人次\n    }\n  }\n',
  ],
  [
    'a code that was corrected, and its figure',
    '  支出 一般公共预算 {\n    2130314 防汛 项目 128.00\n  }\n',
    '  支出 一般公共预算 {\n    2130315 抗旱 项目 128.00\n  }\n',
    '  支出 一般公共预算 {\n    2130314 防汛 项目 138.00\n  }\n',
    '  支出 一般公共预算 {\n    2130315 抗旱 项目 138.00\n  }\n',
  ],
];

test.each(pairs)('merges: %s', (_, old, ours, theirs, merged) => {
  expect(mergeTexts(report(old), report(ours), report(theirs))).toEqual({
    text: report(merged),
    conflicts: 0,
  });
});

test('a conflict names the line with its code and its name', () => {
  const lines = (figure: string) =>
    report(`  基本支出 {\n    公用经费 {\n      30201 办公费 ${figure}\n    }\n  }\n`);
  expect(mergeTexts(lines('6.20'), lines('6.30'), lines('6.40')).text).toContain(
    '<<<<<<< 当前：「基本支出 公用经费 30201 办公费」原来 6.20，当前 6.30，并入 6.40\n',
  );
});
