import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@fiscal/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Editor } from './editor.js';
import { report, uriOf, Workbench } from './workbench.js';

// A server is a process: it takes as long as the machine lets it.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const faulty = readFileSync(join(import.meta.dirname, '../../../examples/原文差错/原文差错.fiscal'), 'utf8');

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(async () => {
  expect(editor.complaints).toEqual([]);
  expect(await editor.stop()).toBe(0);
});

/** The same numbers for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.trunc((state / 2147483648) * below);
  };
}

const texts: Record<string, string[]> = {
  '今年.fiscal': [
    report('引用 上年 "去年.fiscal"\n收入 { 总计 3 上年 2 }'),
    report('引用 上年 "去年.fiscal"\n收入 { 总计 3 上年 9 事业收入 2 }'),
    report('模板 本省\n收入 { 总计 3 上年'),
    '',
  ],
  '去年.fiscal': [
    '部门决算 示例市档案局 2022 { 收入 { 总计 2 } }',
    '部门决算 示例市档案局 2022 { 引用 上年 "今年.fiscal" 收入 { 总计 2',
    '模板 本省 改自 四川 { 设置 { 百分比小数 1 } }',
  ],
  '规则.fiscal': [
    '规则 本局01 "甲" { 收入.总计 > 5 }',
    '规则 本局01 "甲" { 收入.总计 >',
    '结构 民生支出 { 教育 }',
    '}}}}',
  ],
  '长.fiscal': [faulty, faulty.slice(0, 4000), faulty.replaceAll('}', '')],
};

/** One thing that happens to a file; unsaved texts are remembered as the open ones. */
async function step(pick: (below: number) => number, open: Map<string, string>): Promise<void> {
  const names = Object.keys(texts);
  const name = names[pick(names.length)]!;
  const text = texts[name]![pick(texts[name]!.length)]!;
  const known = open.get(name);
  const what = pick(10);
  if (known === undefined) {
    await editor.open(name, text);
    open.set(name, text);
  } else if (what < 5) {
    const changed = mangled(known, pick);
    await editor.change(name, changed);
    open.set(name, changed);
  } else if (what < 7) {
    await editor.change(name, text);
    open.set(name, text);
  } else if (what === 7) {
    await editor.close(name);
    open.delete(name);
  } else if (what === 8) await editor.write(name, pick(2) === 0 ? undefined : text);
  else
    void editor
      .request('textDocument/completion', {
        textDocument: editor.document(name),
        position: { line: 1, character: 3 },
      })
      .catch(() => {});
}

/** Something taken out, or put in, anywhere. */
function mangled(text: string, pick: (below: number) => number): string {
  const at = pick(text.length + 1);
  const pieces = ['{', '}', '"', '【', '3.1', '收入', '\n', '未填', '"""', '忽略 I0103'];
  return text.slice(0, at) + pieces[pick(pieces.length)]! + text.slice(at + pick(4));
}

describe('any sequence of edits, closes and deletions', () => {
  test.each([1, 7, 42])('seed %i', async (seed) => {
    const pick = random(seed);
    const open = new Map<string, string>();
    for (let count = 0; count < 120; count++) await step(pick, open);
    // What is on the disk is as if it had never been, so that only the open texts count.
    for (const name of Object.keys(texts)) if (!open.has(name)) await editor.write(name, undefined);
    const workbench = await Workbench.with(Object.fromEntries(open));
    for (const name of open.keys()) {
      const { findings } = await workbench.examination(name);
      const expected = findings.filter(({ origin }) => origin.uri === uriOf(name)).map(messageOf);
      await editor.settles(name, (shown) =>
        isSame(
          shown.map(({ message }) => message),
          expected,
        ),
      );
    }
    for (const name of open.keys()) await editor.close(name);
    for (const name of Object.keys(texts)) await editor.write(name, undefined);
  });
});

function isSame(shown: string[], expected: string[]): boolean {
  return JSON.stringify(shown) === JSON.stringify(expected);
}

test('a change in quick succession is answered for its last text only', async () => {
  await editor.open('快.fiscal', report('收入 { 总计 0 }'));
  for (let count = 0; count < 50; count++)
    await editor.change('快.fiscal', report(`收入 { 事业收入 ${count} 总计 ${count + 1} }`));
  const [diagnostic] = await editor.diagnostics('快.fiscal');
  expect(diagnostic!.message).toContain('申报 50.00 万元');
  const told = editor.published.filter(({ uri }) => uri === editor.uri('快.fiscal'));
  expect(told.map(({ version }) => version)).toEqual(
    told.map(({ version }) => version).toSorted((a, b) => a! - b!),
  );
  await editor.close('快.fiscal');
});

test('requests about files that are not there harm nobody', async () => {
  const textDocument = editor.document('没有.fiscal');
  const position = { line: 0, character: 0 };
  await expect(editor.request('textDocument/hover', { textDocument, position })).rejects.toThrow();
  await expect(editor.request('fiscal/preview', textDocument)).rejects.toThrow();
  await editor.open('有.fiscal', report('收入 { 总计 1 }'));
  expect(await editor.diagnostics('有.fiscal')).toEqual([]);
  await editor.close('有.fiscal');
});

test.each([
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/codeAction',
])('%s anywhere in a broken text', async (method) => {
  const broken = report(
    '收入 { 总计 "未闭合\n支出 一般公共预算 {\n2010101 行政 基本 }}【收入.|\n"""\n模板 { 若 否则',
  );
  await editor.open('坏.fiscal', broken);
  for (const [line, text] of broken.split('\n').entries())
    for (let character = 0; character <= text.length; character++) {
      const position = { line, character };
      const range = { start: position, end: position };
      const context = { diagnostics: [] };
      await editor.request(method, { textDocument: editor.document('坏.fiscal'), position, range, context });
    }
  await editor.close('坏.fiscal');
});
