import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { example } from './harness/project.js';
import type { RunningVSCode } from './harness/running-vscode.js';
import { openSession } from './harness/session.js';
import type { Workbench } from './harness/workbench.js';

// Every format that the editor offers, out of the installed extension: writers that few need lie beside its bundle.

let vscode: RunningVSCode;
let workbench: Workbench;

openSession('formats', (session) => ({ vscode, workbench } = session));

const beginnings = [
  ['Word', 'docx', 'PK'],
  ['Excel', 'xlsx', 'PK'],
  ['CSV', 'csv', '\uFEFF表号,表名,文件'],
  ['Markdown（无标签）', 'gfm.md', '# '],
  ['PDF', 'pdf', '%PDF-1.'],
] as const;

test('生成报告 offers every format, and writes those that are chosen', async () => {
  await workbench.openFile(example.file);
  await workbench.status('尾差').waitFor();
  await workbench.runCommand('部门决算: 生成报告');
  await workbench.acceptWith(
    '生成哪些格式',
    beginnings.map(([label]) => label),
  );
  await workbench.told('打开报告');
  await workbench.picture('built-in-all-formats');
  for (const [, extension, beginning] of beginnings) {
    const written = readFileSync(join(vscode.workspace, '成文', `${example.name}.${extension}`));
    expect(written.subarray(0, 64).toString().startsWith(beginning), extension).toBe(true);
    expect(written.length).toBeGreaterThan(1_000);
  }
  expect(vscode.read('成文/tables/10-公开01表-收入支出决算总表.csv')).toContain('3650.36');
});
