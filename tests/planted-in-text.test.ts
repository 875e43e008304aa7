import { type Finding, messageOf, relatedPlacesOf } from '@fiscal/core';
import { documentFindings, documentPlaces, readDocuments } from '@fiscal/read';
import { compose, renderMarkdown } from '@fiscal/report';
import { expect, test } from 'vitest';
import { Random } from '../packages/cli/src/trial/random.js';
import { findingsOf, isWrong, loadExample, loadText, saying } from './check.js';
import { plantedInText, type PlantedText, type TextFault, textFaults } from './planted/text-faults.js';
import { randomReports } from './read-back.js';
import { ownWording } from './variants/own-wording.js';

/** One fault in the text of a published document is told where it is, once, and nothing else is told. */
type Case = [name: string, text: () => string, faults: readonly TextFault[]];

const examples = [
  '上海市普陀区财政局-2024',
  '攀枝花市经济和信息化局-2023',
  '示例区文化馆-2024',
  '示例县档案馆-2024',
];

const cases: Case[] = [
  ...examples.map((name): Case => [name, () => printedExample(name), textFaults]),
  ...['上海', '四川', '重庆'].map(
    (name, which): Case => [
      `a random report, ${name}`,
      () => printed(loadText(randomReports(name, 3)[1]!)),
      textFaults.filter((_, index) => index % 3 === which),
    ],
  ),
];

const tallies = { planted: 0, found: 0, told: 0, false: 0 };
const silent: string[] = [];
/** Faults of which more is told than that they are there. */
const several: string[] = [];

test.each(cases)('%s', { timeout: 300_000 }, async (name, textOf, faults) => {
  const text = textOf();
  const before = new Set((await check(text)).found.map(messageOf));
  const random = new Random(7);
  for (const fault of faults) {
    const planted = plantedInText(text, fault, random);
    if (!planted) continue;
    const { found, lines } = await check(planted.text);
    const fresh = found.filter((finding) => !before.has(messageOf(finding)) && finding.rule !== 'L015');
    const about = fresh.filter((finding) => isAbout(finding, planted, lines));
    const others = fresh.filter((finding) => isWrong(finding) && !about.includes(finding));
    tallies.planted += 1;
    if (about.length > 0) tallies.found += 1;
    else silent.push(`${name}, ${fault}: ${planted.line} ${planted.named.join()}`);
    const told = fresh.filter(isWrong);
    if (told.length > 1) several.push(`${name}, ${fault}: ${told.map(saying).join(' / ')}`);
    tallies.told += about.length + others.length;
    tallies.false += others.length;
  }
});

test('nearly all are told, and little else', () => {
  expect(tallies.planted).toBeGreaterThan(60);
  expect(silent.slice(Math.floor(tallies.planted / 10))).toEqual([]);
  expect(tallies.false / tallies.told).toBeLessThanOrEqual(0.05);
  expect(several.slice(Math.floor(tallies.planted / 20))).toEqual([]);
});

/** A bureau that writes in its own words has made no mistake. */
test.each(Object.entries(ownWording))(
  '%s: its own words are no fault',
  { timeout: 300_000 },
  async (name, all) => {
    const text = printedExample(name);
    const before = new Set((await check(text)).found.map(messageOf));
    const own = all.reduce((changed, [form, words]) => changed.replace(form, words), text);
    expect(own).not.toBe(text);
    const { found } = await check(own);
    const fresh = found.filter((finding) => isWrong(finding) && !before.has(messageOf(finding)));
    // At most one in twenty of what is told may be wrong; here all that is told is.
    expect(fresh.map(saying).slice(Math.floor(all.length / 20))).toEqual([]);
  },
);

function printedExample(name: string): string {
  return printed(loadExample(name.includes('/') ? `${name}.fiscal` : `${name}/${name}.fiscal`));
}

function printed({ reports }: ReturnType<typeof loadText>): string {
  return renderMarkdown(compose(reports[0]!).document).text;
}

async function check(text: string) {
  const read = await readDocuments([{ name: '报告.md', bytes: new TextEncoder().encode(text) }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const places = documentPlaces(read);
  const workspace = loadText(read.source);
  const found = documentFindings(read, workspace.reports[0]!, places, findingsOf(workspace));
  return { found, lines: places.document.lines };
}

/** It stands in the line, or one of its figures does; or it names what is wrong. */
function isAbout(finding: Finding, { line, named }: PlantedText, lines: readonly string[]): boolean {
  const places = [finding, ...relatedPlacesOf(finding)].map(({ origin }) =>
    bare(lines[origin.range.start.line]!),
  );
  return (
    (line !== '' && places.includes(bare(line))) ||
    named.some((words) => bare(messageOf(finding)).includes(bare(words)))
  );
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\\*]/g, '');
}
