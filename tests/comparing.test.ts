import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { type Changes, compare, type Version } from '@fiscal/compare';
import { examineReports, type Finding, messageOf } from '@fiscal/core';
import { formatText, load } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { exampleFiles } from './check.js';
import { editSetting, editSuppression } from './edits.js';
import { readCorpus } from './fuzz/corpus.js';
import { mutate } from './fuzz/mutations.js';
import { Random } from '../packages/cli/src/trial/random.js';
import {
  applied,
  appliedFollowing,
  compared,
  followingIn,
  renamed,
  type Said,
  saidIn,
  subjectsIn,
  typedPaths,
} from './told.js';

const examples = join(import.meta.dirname, '..', 'examples');
const corpus = readCorpus(join(import.meta.dirname, '..'));

const sources = exampleFiles.map((name) => ({
  name,
  uri: pathToFileURL(join(examples, name)).href,
  text: readFileSync(join(examples, name), 'utf8'),
}));

/** The first report of a text that stands in the place of an example. */
function versionOf(uri: string, text: string): Version | undefined {
  const workspace = load([{ uri, text }], { read: readIfThere });
  const [report] = workspace.reports;
  return report && { report, ...examineReports(workspace) };
}

function readIfThere(uri: string): string | undefined {
  const path = fileURLToPath(uri);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function sizeOf({ acceptances, typed, derived, findings }: Changes): number {
  return [acceptances, typed, derived, findings.new, findings.gone, findings.changed].flat().length;
}

describe.each(sources)('$name', ({ uri, text }) => {
  const old = versionOf(uri, text)!;

  test('is not different from itself, however it is laid out', () => {
    expect(sizeOf(compare(old, versionOf(uri, text)!))).toBe(0);
    const untidy = text.replace(/^ +/gm, '\t').replace(/(?<=\S) {2,}(?=[\d一-鿿])/g, '  ');
    for (const other of [formatText(untidy), `// 说明\n${text.replaceAll('\n', '\r\n')}`])
      expect(sizeOf(compare(old, versionOf(uri, other)!))).toBe(0);
  });

  test('what is told of an edit, applied to what was said, is what is said now', () => {
    const edits = text.length > 30_000 ? 8 : 24;
    for (let index = 0; index < edits; index += 1) {
      const random = Random.of(19, index);
      let edited = text;
      for (let times = 1 + random.below(3); times > 0; times -= 1) edited = edit(edited, random);
      const next = versionOf(uri, edited);
      if (!next) continue;
      expectTold(old, next, `edit ${index}`);
      expectTold(next, old, `edit ${index}, taken back`);
    }
  });
});

/** Anything at all, or what people do to the head and to what they accept. */
function edit(text: string, random: Random): string {
  if (random.oneIn(3)) return editSetting(text, random);
  return random.oneIn(4) ? editSuppression(text, random) : mutate(text, random, corpus);
}

function expectTold(old: Version, next: Version, edit: string): void {
  const changes = compare(old, next);
  const [saidBefore, saidNow] = [saidIn(old.report), saidIn(next.report)];
  // What another template makes usual is told with the template.
  if (changes.typed.some((one) => one.kind === 'definition' && one.of === 'template'))
    for (const said of [saidBefore, saidNow]) said.set('报告 percentDecimals', '');
  const before = new Set([...subjectsIn(old.report)].map((path) => renamed(path, changes.typed)));
  const after = subjectsIn(next.report);
  const told = compared(applied(changes, saidBefore), (path) => !after.has(path) || !before.has(path));
  expect(told, edit).toEqual(compared(saidNow, (path) => !before.has(path)));
  expectSeen(old, next, changes, edit);
  const following = appliedFollowing(changes, followingIn(old.report));
  const expected = followingIn(next.report);
  const isTyped = new Set([...typedPaths(changes), ...saidIn(next.report).keys()]);
  // Tables print what last year's report says, though nobody speaks of it: no list has it.
  const isListed = (key: string) => expected.has(key) || !key.endsWith('.上年=');
  const lines = (said: Said) =>
    [...said]
      .filter(([key]) => !isTyped.has(key) && isListed(key))
      .map(String)
      .sort();
  expect(lines(following), edit).toEqual(lines(expected));
}

/** What is let be now and was not before is told of the acceptance; it is not told to be mended. */
function expectSeen(old: Version, next: Version, { acceptances, findings }: Changes, edit: string): void {
  const words = (all: readonly Finding[]) => new Set(all.map(messageOf));
  const accepted = ({ accepted: all = [] }: Version) => all.map(({ finding }) => finding);
  const met = words(acceptances.flatMap((one) => one.met).map(({ finding }) => finding));
  const before = words(accepted(old));
  const unseen = [...words(accepted(next))].filter((one) => !before.has(one) && !met.has(one));
  expect(unseen, edit).toEqual([]);
  const hidden = words(accepted(next));
  const open = words(next.findings);
  const mended = [...words(findings.gone)].filter((one) => hidden.has(one) && !open.has(one));
  expect(mended, edit).toEqual([]);
}
