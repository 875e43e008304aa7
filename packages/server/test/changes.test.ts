import { describe, expect, test } from 'vitest';
import { changedFigures, changes } from '../src/requests/changes.js';
import { preview } from '../src/requests/preview.js';
import { main, uriOf, Workbench } from './workbench.js';

const old = `部门决算 甲局 2023 {
  模板 四川
  收入 {
    事业收入 1.00
    其他收入 2.00
    总计 3.00
  }
  职责 "管理档案。"
}
`;

async function compared(next: string, before = old, files: Record<string, string> = {}) {
  const workbench = await Workbench.with({ ...files, [main]: next });
  const { Comparisons } = workbench.services.shared.fiscal;
  Comparisons.setBase({ uri: uriOf(main), text: before, name: '上次提交', marks: true });
  const document = workbench.document(main);
  const all = await Comparisons.of(document);
  return { workbench, document, all, result: changes(Comparisons.baseOf(uriOf(main)), all) };
}

async function lensesOf(next: string): Promise<string[]> {
  const { workbench, document } = await compared(next);
  const lenses = await workbench.services.lsp.CodeLensProvider!.provideCodeLens(document, {
    textDocument: { uri: uriOf(main) },
  });
  return lenses!.map(({ command }) => command!.title);
}

test('what was typed, with what follows; each leads to its place', async () => {
  const { result } = await compared(old.replace('1.00', '1.50').replace('总计 3.00', '总计 3.60'));
  expect(result.name).toBe('上次提交');
  const [report] = result.reports;
  expect(report!.summary).toMatch(/^2 处改动，由此变动 \d+ 个数，新增 1 个问题，消除 0 个/);
  const [section] = report!.sections;
  expect(section!.title).toBe('收入');
  expect(section!.rows[0]).toMatchObject({
    mark: '~',
    label: '事业收入',
    old: '1.00',
    new: '1.50',
    difference: '+0.50',
    place: { uri: uriOf(main), line: 3, character: 9 },
    oldPlace: { uri: uriOf(main), line: 3, character: 9 },
  });
  expect(section!.rows[0]!.derived.map(({ label }) => label)).toContain('本年收入合计');
  expect(report!.findings).toMatchObject([{ mark: '+', rule: 'I0103', place: { line: 5 } }]);
});

test('words that changed in a text, and a line that came with all that it says', async () => {
  const { result } = await compared(
    old
      .replace('管理档案', '管理全市档案')
      .replace('收入 {', '三公经费 { 公务接待费 0.50 预算 0.60 }\n  收入 {'),
  );
  const rows = result.reports[0]!.sections.flatMap((section) => section.rows);
  expect(rows.find(({ label }) => label.includes('职责'))!.sentences).toEqual([
    [
      { kind: 'same', text: '管理' },
      { kind: 'added', text: '全市' },
      { kind: 'same', text: '档案。' },
    ],
  ]);
  expect(
    rows.map(({ mark, label, parts }) => [mark, label, ...parts.map((part) => part.label)]),
  ).toContainEqual(['+', '三公经费', '公务接待费', '公务接待费·年初预算']);
});

test('the lens says how many, and nothing where nothing became another', async () => {
  expect(await lensesOf(old.replace('1.00', '1.50'))).toContainEqual(
    expect.stringMatching(/^1 处改动，由此变动 \d+ 个数$/),
  );
  expect(await lensesOf(`// 一行\n${old}`)).toEqual(['预览', '生成', '没有错误']);
});

test('a file that is compared with nothing has no changes', async () => {
  const { workbench, document } = await compared(old.replace('1.00', '1.50'));
  const { Comparisons } = workbench.services.shared.fiscal;
  Comparisons.setBase({ uri: uriOf(main), text: null, name: '', marks: false });
  expect(await Comparisons.of(document)).toBeUndefined();
  expect(changes(undefined, undefined)).toEqual({ reports: [] });
});

test('a version that is no report, and two reports in one file', async () => {
  const { result } = await compared(old, '不是报告');
  expect(result.reports.map(({ summary }) => summary)).toEqual([
    '新增一份报告：部门决算 甲局 2023，写了 3 个数',
  ]);
  const second = old.replace('甲局', '乙局');
  const { result: both } = await compared(`${old}${second}`, `${second}${old.replace('1.00', '1.50')}`);
  expect(both.reports.map(({ title, isSame }) => `${title} ${isSame}`)).toEqual([
    '甲局 2023 false',
    '乙局 2023 true',
  ]);
});

describe('the preview', () => {
  test('marks the figures that are others, and says what they were', async () => {
    const { document, workbench, all } = await compared(
      old.replace('1.00', '1.50').replace('总计 3.00', '总计 3.50'),
    );
    const { html } = await preview(
      document,
      await workbench.examination(main),
      undefined,
      changedFigures(all!),
    );
    const marked = [...html.matchAll(/<(?:span|td)[^>]*class="([^"]*\bchanged\b[^"]*)"[^>]*>([^<]*)/g)].map(
      ([whole, , text]) => `${text} ${/title="([^"&]*)/.exec(whole)?.[1]?.split('\n')[0]}`,
    );
    expect(new Set(marked)).toEqual(
      new Set([
        '1.50 原来 1.00 万元',
        '1.5 原来 1.00 万元',
        '3.50 原来 3.00 万元',
        '3.5 原来 3.00 万元',
        '43% 原来 33%',
      ]),
    );
    expect(html).not.toMatch(/class="[^"]*changed[^"]*"[^>]*>2\.00/);
  });
});

test('files that only the other version names are read for it', async () => {
  const prior = '部门决算 甲局 2022 {\n收入 { 事业收入 0.90 }\n}\n';
  const { result } = await compared(old, old.replace('收入 {', '引用 上年 "上年.fiscal"\n  收入 {'), {
    '上年.fiscal': prior,
  });
  expect(result.reports[0]!.sections.flatMap(({ rows }) => rows.map(({ label }) => label))).toContain(
    '引用 上年',
  );
});
