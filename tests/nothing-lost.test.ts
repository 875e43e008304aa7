import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Finding,
  isForReaders,
  type Origin,
  type Position,
  type Report,
  schemaChild,
  schemaOf,
  statedFacts,
  type Subject,
} from '@fiscal/core';
import { load, skeletonTemplates } from '@fiscal/language';
import { compose, isOfUsedFigures, unprintedFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { exampleFiles, findingsOf, readIfThere, saying } from './check.js';
import { linesOf } from './composed-lines.js';
import { Random } from '../packages/cli/src/trial/random.js';

/** What is written in so many places of an example is changed, one at a time. */
const places = 10;

const cases = exampleFiles
  .filter((path) => !path.includes('差错'))
  .flatMap((path) => skeletonTemplates.map((template) => [path, template] as const))
  .filter(([path, template]) => isUnderstood(path, template));

/** What is written in the names of one province is unknown to another: then nothing more is told. */
function isUnderstood(path: string, template: string): boolean {
  const file = join(import.meta.dirname, '..', 'examples', path);
  const text = withTemplate(readFileSync(file, 'utf8'), template);
  const workspace = load([{ uri: pathToFileURL(file).href, text }], { read: readIfThere });
  return findingsOf(workspace).every(({ rule }) => !rule.startsWith('Z'));
}

describe.each(cases)('%s · %s', { timeout: 300_000 }, (path, template) => {
  const file = join(import.meta.dirname, '..', 'examples', path);
  const text = withTemplate(readFileSync(file, 'utf8'), template);
  const read = (source: string) => readIn(pathToFileURL(file).href, source);
  const whole = read(text);

  test('what is written is printed, checked or told', () => {
    const random = new Random(20241201);
    const written = writtenIn(whole.report, text);
    const lost = random
      .some(written, places)
      .filter((one) => !whole.told.has(placeOf(one.origin)) && !isNoticed(read(changed(text, one)), whole));
    expect(lost.map(({ name, origin }) => `${origin.range.start.line + 1} ${name}`)).toEqual([]);
  });

  test('what is told is not printed; what is told to be computed with is', () => {
    const written = writtenIn(whole.report, text);
    const told = written.filter((one) => whole.told.has(placeOf(one.origin)));
    expect(told.length).toBe(whole.told.size);
    const some = new Random(20241202).some(told, places);
    const isShown = (one: Written) => read(changed(text, one)).document !== whole.document;
    const isComputedWith = (one: Written) => whole.told.get(placeOf(one.origin))!;
    const wrong = some.filter((one) => isShown(one) !== isComputedWith(one));
    expect(wrong.map(({ name }) => name)).toEqual([]);
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
  /** Where D015 is told, and whether of what something printed is computed with. */
  told: ReadonlyMap<string, boolean>;
}

function readIn(uri: string, text: string): Read {
  const workspace = load([{ uri, text }], { read: readIfThere });
  const report = workspace.reports[0]!;
  const composition = compose(report);
  return {
    report,
    document: JSON.stringify(composition.document.blocks.flatMap(linesOf)),
    found: findingsOf(workspace).map(saying).sort().join('\n'),
    told: new Map(
      unprintedFindings(report, composition).flatMap((finding) =>
        placesOf(finding).map((place) => [place, isOfUsedFigures(finding)] as const),
      ),
    ),
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

/** Kinds, directions, dates: one that is no other's. */
function wordsIn(subject: Subject): Written[] {
  const own = [...subject.attributes]
    .filter(([name]) => isForReaders(name))
    .map(([name, { origin }]) => ({
      name: `${subject.path} ${name}`,
      origin,
      change: (words: string) => others[words] ?? (name === '公开时间' ? '2025-11-11' : '另一种'),
    }));
  return [...own, ...[...subject.children.values()].flatMap(wordsIn)];
}

const others: Record<string, string> = { '≥': '≤', '≤': '≥', '＞': '≤', '<': '≥', '=': '≥' };

/** Names of the author's own, but those that he says elsewhere as well. */
function namesIn(subject: Subject, text: string): Written[] {
  const { name, origin, parent, code, children } = subject;
  const isOfForm = parent && schemaChild(schemaOf(parent), name) !== undefined;
  const isFree = origin && parent && code === undefined && !isOfForm && text.split(name).length === 2;
  const change = (words: string) => words.replace(/["”]?$/, '甲$&');
  return [
    ...(isFree ? [{ name: subject.path, origin, change }] : []),
    ...[...children.values()].flatMap((child) => namesIn(child, text)),
  ];
}

function writtenIn(report: Report, text: string): Written[] {
  const { root } = report.base;
  return [...figuresIn(report), ...textsIn(root), ...wordsIn(root), ...namesIn(root, text)];
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
