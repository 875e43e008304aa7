import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main, report, uriOf, Workbench } from './workbench.js';

const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** Checks the text with its hints written into it, each in «». */
async function check(expected: string, settings: Record<string, unknown> = {}): Promise<void> {
  const text = expected.replace(/«[^»]*»/g, '');
  const workbench = await Workbench.with({ [main]: text });
  const { lsp, shared } = workbench.services;
  shared.workspace.ConfigurationProvider.updateConfiguration({
    settings: { fiscal: { inlayHints: settings } },
  });
  const document = workbench.document(main);
  const params = { textDocument: { uri: uriOf(main) }, range: everything };
  const hints = (await lsp.InlayHintProvider!.getInlayHints(document, params))!;
  const places = hints.map(({ position, label }) => ({
    at: document.textDocument.offsetAt(position),
    label,
  }));
  const shown = places
    .sort((a, b) => b.at - a.at)
    .reduce((before, { at, label }) => `${before.slice(0, at)}«${String(label)}»${before.slice(at)}`, text);
  expect(shown).toBe(expected);
}

const fund = `支出 一般公共预算 {«合计 312.40 万元»
    2012601«行政运行 · 档案事务»  基本 262.40  预算 260.00«完成 100.92%»
    2012604 档案馆  项目 50.00  上年 60«−16.67%»
  }`;

test('totals, names of codes, growth and completion', () => check(report(fund)));

test('what is stated needs no hint', () =>
  check(report('支出 一般公共预算 {\n 2012601 行政运行 基本 3 上年 2 增长率 50%\n 合计 3\n}')));

test('totals of items and of 三公经费', () =>
  check(
    report(`收入 {«合计 13.20 万元» 事业收入 12.00  其他收入 1.20 }
三公经费 {«合计 3.15 万元»
  因公出国（境）费 0 公务用车购置费 0
  公务用车运行维护费 2.80 公务接待费 0.35
}
基本支出 {«合计 8.00 万元»
  公用经费 {«合计 8.00 万元» 30201 办公费 8.00 }
}`),
  ));

test('nothing is known of what is open', () =>
  check(report('支出 一般公共预算 {\n 2012601 行政运行 基本 未填 预算 3\n 2012604 档案馆 项目 1\n}')));

test.each(['totals', 'subjects', 'growth', 'completion'])('%s can be switched off', async (kind) => {
  const marks: Record<string, RegExp> = {
    totals: /«合计[^»]*»/g,
    subjects: /«行政[^»]*»/g,
    growth: /«[+−][^»]*»/g,
    completion: /«完成[^»]*»/g,
  };
  await check(report(fund.replace(marks[kind]!, '')), { [kind]: false });
});

test('figures that are the same need no rate', () =>
  check(report('收入 { 事业收入 12.00  预算 12  上年 12.00  总计 12.00 }')));

test.each([
  [69, '«合计 3.00 万元»', '2012601«行政运行 · 档案事务» 基本 3 预算 4«完成 75.00%» 上年 2«+50.00%»'],
  [68, '«合计 3.00 万元»', '2012601«行政运行 · 档案事务» 基本 3 预算 4«完成 75.00%» 上年 2'],
  [48, '«合计 3.00 万元»', '2012601«行政运行» 基本 3 预算 4 上年 2«+50.00%»'],
  [36, '«合计 3.00 万元»', '2012601 基本 3 预算 4 上年 2«+50.00%»'],
  [34, '', '2012601 基本 3 预算 4 上年 2'],
])('no line becomes longer than %i columns for a hint', (columns, total, line) =>
  check(report(`支出 一般公共预算 {${total}\n${line}\n}`), { columns }),
);

test('where no columns are set, those that the extension declares', async () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../vscode/package.json'), 'utf8'));
  const columns: number = manifest.contributes.configuration.properties['fiscal.inlayHints.columns'].default;
  const row = (width: number) =>
    `事业收入 12.00  上年${'10.00'.padStart(width - '事业收入 12.00  上年'.length - 6)}`;
  const income = (line: string) => report(`收入 {«合计 12.00 万元»\n${line}\n}`);
  await check(income(`${row(columns - ' +20.00%'.length)}«+20.00%»`));
  await check(income(row(columns - '+20.00%'.length)));
});
