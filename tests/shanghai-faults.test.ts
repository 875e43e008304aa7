import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkReport, checkTexts, type Finding, messageOf } from '@fiscal/core';
import { load } from '@fiscal/language';
import { compose, renderHtml, renderMarkdown, templateFindings } from '@fiscal/report';
import { expect, test } from 'vitest';

const corrected = '上海市普陀区财政局-2024';
const faulty = '上海市普陀区财政局-2024-原文差错';

test('the report as corrected has no error and no warning', () => {
  expect(findingsOf(corrected).filter(isSerious).map(messageOf)).toEqual([]);
});

test('the report as corrected gives the expected Markdown and HTML', () => {
  const { document } = compose(readReports(corrected).reports[0]!);
  const expected = (extension: string) =>
    readFileSync(join(folder(corrected), '期望', `${corrected}.${extension}`), 'utf8');
  expect(renderMarkdown(document).text).toBe(expected('md'));
  expect(renderHtml(document)).toBe(expected('html'));
});

test('the report as published gives each of its known faults, where it is, and nothing else', () => {
  const found = findingsOf(faulty).filter(isSerious);
  const told = found.map((finding) => `${finding.origin.range.start.line + 1} ${finding.rule}`);
  expect(told.sort(), found.map(messageOf).join('\n')).toEqual(expectedIn('错误', '警告'));
});

test('its roundings are notes, all of them', () => {
  const notes = findingsOf(faulty).filter((finding) => !isSerious(finding));
  expect(notes.every(({ rule }) => rule === 'U010')).toBe(true);
  const tails = notes.flatMap(({ data }) => (data.kind === 'tails' ? data.tails : []));
  const places = tails.map(({ origin, rule }) => `${origin.range.start.line + 1} ${rule}`);
  expect([...new Set(places)].sort()).toEqual([...new Set(expectedIn('尾差'))]);
});

test('the messages say what was printed and what should have been', () => {
  const messages = findingsOf(faulty).filter(isSerious).map(messageOf).join('\n');
  for (const words of [
    '「财政拨款收支总计」0.30 万元 与 「财政拨款收入总计」2961.68 万元',
    '「财政拨款收支总计·增减额」应为 −63.14 万元（2961.68 − 3024.82）',
    '应为 71.65%（2106.66 ÷ 2940.05），申报 71.73%',
    '「个人农业生产补贴」',
    '「30309 奖励金」',
    '326.71 万元 与 326.72 万元',
  ])
    expect(messages).toContain(words);
});

function findingsOf(name: string): Finding[] {
  const { findings, reports } = readReports(name);
  const checked = reports.flatMap((report) => [
    ...checkReport(report),
    ...checkTexts(report),
    ...templateFindings(report),
  ]);
  return [...findings, ...checked];
}

function readReports(name: string) {
  const path = join(folder(name), `${name}.fiscal`);
  return load([{ uri: pathToFileURL(path).href, text: readFileSync(path, 'utf8') }], {
    read: () => undefined,
  });
}

/** Line and rule of each row below these headings of 期望.md, which was worked out by hand. */
function expectedIn(...titles: string[]): string[] {
  const sections = readFileSync(join(folder(faulty), '期望.md'), 'utf8').split(/^## /m);
  const rows = sections
    .filter((section) => titles.includes(section.split('\n')[0]!))
    .flatMap((section) => [...section.matchAll(/^\| (\d+) \| (\w+) \|/gm)]);
  return rows.map(([, line, rule]) => `${line} ${rule}`).sort();
}

function isSerious({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function folder(name: string): string {
  return join(import.meta.dirname, '..', 'examples', name);
}
