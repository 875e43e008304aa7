import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Finding,
  isChosenWord,
  type Origin,
  type Position,
  type Report,
  statedFacts,
  type Subject,
} from '@fiscal/core';
import { load } from '@fiscal/language';
import { compose, unprintedFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { exampleFiles, findingsOf, readIfThere, saying } from './check.js';
import { linesOf } from './composed-lines.js';
import { Random } from './random.js';

/** What is written in so many places of an example is changed, one at a time. */
const places = 10;

const cases = exampleFiles
  .filter((path) => !path.includes('差错'))
  .flatMap((path) => ['四川', '上海'].map((template) => [path, template] as const));

describe.each(cases)('%s · %s', { timeout: 300_000 }, (path, template) => {
  const file = join(import.meta.dirname, '..', 'examples', path);
  const text = withTemplate(readFileSync(file, 'utf8'), template);
  const read = (source: string) => readIn(pathToFileURL(file).href, source);
  const whole = read(text);

  test('what is written is printed, checked or told', () => {
    const random = new Random(20241201);
    const written = writtenIn(whole.report);
    const lost = random
      .some(written, places)
      .filter((one) => !whole.told.has(placeOf(one.origin)) && !isNoticed(read(changed(text, one)), whole));
    expect(lost.map(({ name, origin }) => `${origin.range.start.line + 1} ${name}`)).toEqual([]);
  });

  test('what is told is not printed', () => {
    const written = writtenIn(whole.report);
    const told = written.filter((one) => whole.told.has(placeOf(one.origin)));
    expect(told.length).toBe(whole.told.size);
    const some = new Random(20241202).some(told, places);
    const shown = some.filter((one) => read(changed(text, one)).document !== whole.document);
    expect(shown.map(({ name }) => name)).toEqual([]);
  });
});

interface Written {
  name: string;
  origin: Origin;
  change: (words: string) => string;
}

interface Read {
  report: Report;
  document: string;
  found: string;
  /** Where D015 is told. */
  told: ReadonlySet<string>;
}

function readIn(uri: string, text: string): Read {
  const workspace = load([{ uri, text }], { read: readIfThere });
  const report = workspace.reports[0]!;
  const composition = compose(report);
  return {
    report,
    document: JSON.stringify(composition.document.blocks.flatMap(linesOf)),
    found: findingsOf(workspace).map(saying).sort().join('\n'),
    told: new Set(unprintedFindings(report, composition).flatMap(placesOf)),
  };
}

function placesOf({ origin, data }: Finding): string[] {
  return [origin, ...(data.kind === 'message' ? (data.places ?? []) : [])].map(placeOf);
}

function placeOf({ range: { start } }: Origin): string {
  return `${start.line}:${start.character}`;
}

function isNoticed(now: Read, before: Read): boolean {
  return now.document !== before.document || now.found !== before.found;
}

function figuresIn({ base }: Report): Written[] {
  return statedFacts(base).flatMap(({ key, statements }) =>
    statements
      .filter(({ value }) => value && !value.isZero())
      .map(({ origin }) => ({
        name: key,
        origin,
        change: (words) => words.replace(/\d/, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1))),
      })),
  );
}

function textsIn(subject: Subject): Written[] {
  const own = [...subject.texts].map(([name, { origin }]) => ({
    name: `${subject.path} ${name}`,
    origin,
    change: (words: string) => words.replace(/\p{Script=Han}/u, '某某'),
  }));
  return [...own, ...[...subject.children.values()].flatMap(textsIn)];
}

function chosenWordsIn(subject: Subject): Written[] {
  const own = [...subject.attributes]
    .filter(([name]) => isChosenWord(name))
    .map(([name, { origin }]) => ({
      name: `${subject.path} ${name}`,
      origin,
      change: () => '另一种',
    }));
  return [...own, ...[...subject.children.values()].flatMap(chosenWordsIn)];
}

function writtenIn(report: Report): Written[] {
  const { root } = report.base;
  return [...figuresIn(report), ...textsIn(root), ...chosenWordsIn(root)];
}

function changed(text: string, { origin: { range }, change }: Written): string {
  const [start, end] = [offsetOf(text, range.start), offsetOf(text, range.end)];
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function offsetOf(text: string, { line, character }: Position): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, one) => sum + one.length + 1, character);
}

function withTemplate(text: string, template: string): string {
  const line = `  模板 ${template}`;
  return /^ {2}模板 /m.test(text) ? text.replace(/^ {2}模板 .*$/m, line) : text.replace('{', `{\n${line}`);
}
