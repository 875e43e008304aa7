import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, messageOf } from '@fiscal/core';
import { compose, renderHtml, renderMarkdown, templateFindings } from '@fiscal/report';
import { expect, test } from 'vitest';
import { findingsOf, isWrong, loadExample } from './check.js';

const corrected = '上海市普陀区财政局-2024';
const faulty = '上海市普陀区财政局-2024-原文差错';

test('the report as corrected has no error and no warning', () => {
  expect(foundIn(corrected).filter(isWrong).map(messageOf)).toEqual([]);
});

test('the report as corrected gives the expected Markdown and HTML', () => {
  const { document } = compose(loadExample(`${corrected}/${corrected}.fiscal`).reports[0]!);
  const expected = (extension: string) =>
    readFileSync(join(folder(corrected), '期望', `${corrected}.${extension}`), 'utf8');
  expect(renderMarkdown(document).text).toBe(expected('md'));
  expect(renderHtml(document)).toBe(expected('html'));
});

test('the report as published gives each of its known faults, where it is, and nothing else', () => {
  const found = foundIn(faulty).filter(isWrong);
  const told = found.map((finding) => `${finding.origin.range.start.line + 1} ${finding.rule}`);
  expect(told.sort(), found.map(messageOf).join('\n')).toEqual(expectedIn('错误', '警告'));
});

test('its roundings are notes, all of them', () => {
  const notes = foundIn(faulty).filter((finding) => !isWrong(finding));
  expect(notes.every(({ rule }) => rule === 'U010')).toBe(true);
  const tails = notes.flatMap(({ data }) => (data.kind === 'tails' ? data.tails : []));
  const places = tails.map(({ origin, rule }) => `${origin.range.start.line + 1} ${rule}`);
  expect([...new Set(places)].sort()).toEqual([...new Set(expectedIn('尾差'))]);
});

test('the messages say what was printed and what should have been', () => {
  const messages = foundIn(faulty).filter(isWrong).map(messageOf).join('\n');
  for (const words of [
    '「财政拨款收支总计」0.30 万元 与 「财政拨款收入总计」2961.68 万元',
    '「财政拨款收支总计·增减额」应为 −63.14 万元（2961.68 − 3024.82）',
    '应为 71.65%（2106.66 ÷ 2940.05），申报 71.73%',
    '「个人农业生产补贴」',
    '「30309 奖励金」',
    '326.72 万元 和 326.71 万元',
  ])
    expect(messages).toContain(words);
});

function foundIn(name: string): Finding[] {
  return findingsOf(loadExample(`${name}/${name}.fiscal`), templateFindings);
}

/** Line and rule of each row below these headings of 期望.md, which was worked out by hand. */
function expectedIn(...titles: string[]): string[] {
  const sections = readFileSync(join(folder(faulty), '期望.md'), 'utf8').split(/^## /m);
  const rows = sections
    .filter((section) => titles.includes(section.split('\n')[0]!))
    .flatMap((section) => [...section.matchAll(/^\| (\d+) \| (\w+) \|/gm)]);
  return rows.map(([, line, rule]) => `${line} ${rule}`).sort();
}

function folder(name: string): string {
  return join(import.meta.dirname, '..', 'examples', name);
}
