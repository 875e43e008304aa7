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
      expect(passage.split('\n')[0]).toMatch(/我方 71\.11.*对方 72\.22/);
      const kept = new Set([...said(ours), ...said(theirs)]);
      expect(said(merged).filter((line) => !kept.has(line))).toEqual([]);
      expect(said(merged).length).toBeGreaterThan(said(text).length - 12);
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
