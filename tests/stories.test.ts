import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReports, type Finding, messageOf, type Severity } from '@fiscal/core';
import { listRules, load } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { type Snippet, snippetsIn } from '../packages/language/test/reference-document.js';

/** The page of each rule is its manual and its test: the examples in it are run. */
const folder = join(import.meta.dirname, 'stories');
const pages = readdirSync(folder).map((name) => ({
  id: name.replace(/\.md$/, ''),
  text: readFileSync(join(folder, name), 'utf8'),
}));

const levels: Record<Severity, string> = {
  error: '错误',
  warning: '警告',
  information: '提示',
  hint: '说明',
};

const parts = ['为什么', '错误的写法', '正确的写法', '怎样改'];

const uri = 'file:///报告/报告.fiscal';

test('every page explains a rule that there is', () => {
  const known = listRules().map(({ id }) => id);
  expect(pages.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([]);
});

test('only the rules that are known to wait have no page', () => {
  const explained = pages.map(({ id }) => id);
  const missing = listRules().filter(({ id }) => !explained.includes(id));
  expect(missing.map(({ id }) => id)).toEqual(waiting);
});

describe.each(pages)('$id', ({ id, text }) => {
  const { title } = listRules().find((rule) => rule.id === id) ?? { title: '' };

  test('has the title of the rule and all its parts', () => {
    expect(text.split('\n')[0]).toBe(`# ${id} ${title}`);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, part]) => part)).toEqual(parts);
  });

  test('the wrong example gives what is announced, at the level that the page says', () => {
    const found = run(id, sectionOf(text, '错误的写法'));
    const own = found.filter(({ rule }) => rule === id);
    expect(own.length).toBeGreaterThan(0);
    expect(text).toContain(`\n级别：${levels[own[0]!.severity]}\n`);
  });

  test('the right example does not give it', () => {
    const found = run(id, sectionOf(text, '正确的写法'));
    expect(found.filter(({ rule }) => rule === id).map(messageOf)).toEqual([]);
  });
});

/** Checks that each report of a section gives just the findings and messages that it announces; returns them all. */
function run(id: string, section: string): Finding[] {
  const all: Finding[] = [];
  const snippets = snippetsIn(section);
  expect(snippets.some(isReport)).toBe(true);
  for (const snippet of snippets) {
    if (snippet.language === '消息')
      expect(all.map((finding) => messageOf(finding))).toContain(snippet.body.trim());
    if (!isReport(snippet)) continue;
    const found = findingsOf(snippet, snippets);
    const announced = announcedIn(snippet.body);
    const counts = (finding: Finding) =>
      finding.severity !== 'hint' || finding.rule === id || announced.includes(placed(finding));
    const said = found.map((finding) => messageOf(finding)).join('\n');
    expect(found.filter(counts).map(placed).sort(), said).toEqual(announced);
    all.push(...found);
  }
  return all;
}

function isReport({ language, info }: Snippet): boolean {
  return language === 'fiscal' && info === '';
}

/** Files that an example refers to are fences of their own: ```fiscal 文件 2022.fiscal */
function findingsOf({ body }: Snippet, snippets: Snippet[]): Finding[] {
  const read = (target: string) => snippets.find(({ info }) => info === `文件 ${nameOf(target)}`)?.body;
  const workspace = load([{ uri, text: body }], { read });
  const reports = workspace.reports.filter((report) => report.uri === uri);
  const today = '2026-01-01';
  return checkReports({ ...workspace, reports }, undefined, today).filter(({ origin }) => origin.uri === uri);
}

function sectionOf(text: string, title: string): string {
  const [, section = ''] =
    new RegExp(`^## ${title}\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(text) ?? [];
  return section;
}

/** `// 期望: Z010 C001` at the end of a line, as "3 Z010". */
function announcedIn(text: string): string[] {
  const lines = text.split('\n').flatMap((line, index) => {
    const [, rules = ''] = /\/\/ 期望: (.+)$/.exec(line) ?? [];
    return rules.split(/\s+/).flatMap((rule) => (rule ? [`${index + 1} ${rule}`] : []));
  });
  return lines.sort();
}

function placed({ origin, rule }: Finding): string {
  return `${origin.range.start.line + 1} ${rule}`;
}

function nameOf(target: string): string {
  return decodeURIComponent(target.slice(target.lastIndexOf('/') + 1));
}

/** Rules whose pages are still to be written. */
const waiting = [
  'C001',
  'C003',
  'C004',
  'C005',
  'C007',
  'C010',
  'C012',
  'D005',
  'D011',
  'M001',
  'M002',
  'M004',
  'M005',
  'M006',
  'U001',
  'U004',
  'U009',
  'U010',
  'Z001',
  'Z002',
  'Z003',
  'Z004',
  'Z005',
  'Z006',
  'Z007',
  'Z010',
  'Z011',
  'Z012',
  'Z014',
  'Z015',
  'Z016',
  'Z017',
  'Z018',
  'Z019',
  'Z020',
  'Z021',
  'Z022',
  'Z024',
  'Z025',
  'Z026',
  'Z027',
];
