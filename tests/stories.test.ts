import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Defects, examineReports, type Finding, messageOf, type Severity } from '@fiscal/core';
import { listRules, load } from '@fiscal/language';
import { compose, renderMarkdown, templateFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { checkDocument } from './check-document.js';
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

test('every rule has a page', () => {
  const explained = pages.map(({ id }) => id);
  const missing = listRules().filter(({ id }) => !explained.includes(id));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

describe.each(pages)('$id', ({ id, text }) => {
  const { title } = listRules().find((rule) => rule.id === id) ?? { title: '' };

  test('has the title of the rule and all its parts', () => {
    expect(text.split('\n')[0]).toBe(`# ${id} ${title}`);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, part]) => part)).toEqual(parts);
  });

  test(
    'the wrong example gives what is announced, at the level that the page says',
    { timeout: 60_000 },
    async () => {
      const found = await run(id, sectionOf(text, '错误的写法'));
      const own = found.filter(({ rule }) => rule === id);
      expect(own.length).toBeGreaterThan(0);
      expect(text).toContain(`\n级别：${levels[own[0]!.severity]}\n`);
    },
  );

  test('the right example does not give it', { timeout: 60_000 }, async () => {
    const found = await run(id, sectionOf(text, '正确的写法'));
    expect(found.filter(({ rule }) => rule === id).map(messageOf)).toEqual([]);
  });
});

/** Checks that each report of a section gives just the findings and messages that it announces; returns them all. */
async function run(id: string, section: string): Promise<Finding[]> {
  const all: Finding[] = [];
  const snippets = snippetsIn(section);
  expect(snippets.some(isReport)).toBe(true);
  if (ofPublished.test(id)) all.push(...(await findingsWhenPublished(snippets)));
  for (const snippet of snippets) {
    if (snippet.language === '消息')
      expect(all.map((finding) => messageOf(finding))).toContain(snippet.body.trim());
    if (!isReport(snippet)) continue;
    const found = findingsOf(snippet, snippets);
    const announced = [snippet, ...snippets.filter(isTable)].flatMap(({ body }) => announcedIn(body)).sort();
    // An example of one block is no whole report.
    const counts = (finding: Finding) =>
      (finding.severity !== 'hint' && !['D012', 'D017'].includes(finding.rule)) ||
      finding.rule === id ||
      announced.includes(placed(finding));
    const said = found.map((finding) => messageOf(finding)).join('\n');
    expect(found.filter(counts).map(placed).sort(), said).toEqual(announced);
    all.push(...found);
  }
  return all;
}

/** Rules of published documents: an example is printed, changed as ```diff says, and read. */
const ofPublished = /^L01\d$/;

async function findingsWhenPublished(snippets: Snippet[]): Promise<Finding[]> {
  const [report] = load([{ uri, text: snippets.find(isReport)!.body }], { read: () => undefined }).reports;
  const printed = renderMarkdown(compose(report!).document).text;
  const published = snippets.filter(({ language }) => language === 'diff').reduce(changed, printed);
  return checkDocument('公开稿.md', new TextEncoder().encode(published));
}

function changed(text: string, { body }: Snippet): string {
  const lines = (sign: string) =>
    body
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n');
  expect(text.includes(lines('-')), lines('-')).toBe(true);
  return text.replace(lines('-'), lines('+'));
}

/** A defect of ours cannot be written: the check of such a fence is made to fail. */
const pretended = '出错';

function isReport({ language, info }: Snippet): boolean {
  return language === 'fiscal' && (info === '' || info === pretended);
}

/** A department's own list, a project file; what is wrong in it is announced in it. */
function isTable({ info }: Snippet): boolean {
  return /^文件 .*\.(csv|json)$/.test(info);
}

/** Files that an example refers to are fences of their own: ```fiscal 文件 2022.fiscal */
function findingsOf({ body, info }: Snippet, snippets: Snippet[]): Finding[] {
  const read = (target: string) =>
    snippets.find(({ info }) => info === `文件 ${nameOf(target)}`)?.body.replace(/ *\/\/ 期望: .+$/gm, '');
  const workspace = load([{ uri, text: body }], { read });
  const reports = workspace.reports.filter((report) => report.uri === uri);
  const today = '2026-01-01';
  const defects = new Defects();
  const ofTemplate = (report: (typeof reports)[number]) => {
    if (info === pretended) throw new Error('中途出错');
    return templateFindings(report);
  };
  const contain = info === pretended ? defects.contain : undefined;
  const { findings } = examineReports({ ...workspace, reports }, ofTemplate, { today, contain });
  return [...findings, ...defects.findings()].filter(
    ({ origin }) => origin.uri === uri || /\.(csv|json)$/.test(origin.uri),
  );
}

function sectionOf(text: string, title: string): string {
  const [, section = ''] =
    new RegExp(`^## ${title}\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(text) ?? [];
  return section;
}

/** `// 期望: Z010 C001` at the end of a line, as "3 Z010"; 期望下一行 where the line itself is text. */
function announcedIn(text: string): string[] {
  const lines = text.split('\n').flatMap((line, index) => {
    const [, next, rules = ''] = /\/\/ 期望(下一行)?: (.+)$/.exec(line) ?? [];
    const told = index + (next === undefined ? 1 : 2);
    return rules.split(/\s+/).flatMap((rule) => (rule ? [`${told} ${rule}`] : []));
  });
  return lines.sort();
}

function placed({ origin, rule }: Finding): string {
  return `${origin.range.start.line + 1} ${rule}`;
}

function nameOf(target: string): string {
  return decodeURIComponent(target.slice(target.lastIndexOf('/') + 1));
}
