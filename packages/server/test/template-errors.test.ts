import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import { buildRequest, type BuildResult, statusNotification, type StatusParams } from '../src/protocol.js';
import { Editor } from './editor.js';

const program = join(import.meta.dirname, '../../cli/bin/unbundled.js');

// A server is a process: it takes as long as the machine lets it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const reportText = `部门决算 某局 2023 {
  引用 模板 "模板.fiscal"
  模板 甲
  收入 { 事业收入 5  总计 5  上年 4 }
}
`;

const templates = {
  'names that nobody knows':
    '模板 甲 {\n  部分 "概况" {\n    段 "【收入.总记】，【收入.总计.去年】"\n  }\n}\n',
  'a filter that nobody knows': '模板 甲 {\n  部分 "概况" {\n    段 "【收入.总计 | 千分】"\n  }\n}\n',
  'what is not written there': '模板 甲 {\n  部分 "概况" {\n    收入\n    段 "甲"\n  }\n}\n',
  'a brace that is missing': '模板 甲 {\n  部分 "概况" {\n    段 "甲"\n}\n',
  'a name in what is not printed':
    '模板 甲 {\n  若 收入.总计 > 9 { 段 "【收入.没有】" }\n  部分 "概况" { 段 "甲" }\n}\n',
};

let editor: Editor;
beforeEach(async () => {
  editor = await Editor.start();
});
afterEach(() => editor.stop());

describe.each(Object.entries(templates))('%s', (_, template) => {
  test.each([['closed'], ['open']])('everybody tells the same of a template that is %s', async (state) => {
    await editor.write('模板.fiscal', template);
    await editor.write('报告.fiscal', reportText);
    if (state === 'open') {
      await editor.open('模板.fiscal', template);
      await editor.diagnostics('模板.fiscal');
    }
    await editor.open('报告.fiscal', reportText);
    await editor.diagnostics('报告.fiscal');
    const document = editor.document('报告.fiscal');
    const { errors: built } = await editor.request<BuildResult>(buildRequest, document);
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: document });
    const isOwn = ({ uri }: StatusParams) => uri === document.uri;
    const status = await editor.notification<StatusParams>(statusNotification, isOwn);

    const told = errorsOfCommandLine();
    expect(told).toBeGreaterThan(0);
    expect(built).toBe(told);
    expect(status.errors).toBe(told);
    expect(lenses.map(({ command }) => command!.title)).toContain(`${told} 处错误`);
    expect(problems()).toBe(told);
  });
});

function errorsOfCommandLine(): number {
  const file = new URL(editor.uri('报告.fiscal'));
  const { stdout } = spawnSync(
    process.execPath,
    [program, 'check', file.pathname, '--format', 'json'].map(decodeURI),
  );
  const findings = JSON.parse(stdout.toString()) as { severity: string }[];
  return findings.filter(({ severity }) => severity === 'error').length;
}

/** Of all files, as the editor lists them in the end. */
function problems(): number {
  const latest = new Map(editor.published.map((published) => [published.uri, published.diagnostics]));
  return [...latest.values()].flat().filter(({ severity }) => severity === 1).length;
}
