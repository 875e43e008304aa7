import { expect, test } from 'vitest';
import type { RunningVSCode } from './harness/running-vscode.js';
import { openSession } from './harness/session.js';
import { vscodeVersion } from './harness/vscode-version.js';
import type { Workbench } from './harness/workbench.js';

let vscode: RunningVSCode;
let workbench: Workbench;

const fresh = {
  file: '新的报告.fiscal',
  text: '部门决算 某县档案馆 2024 {\n  支出 一般公共预算 {\n    \n  }\n}\n',
};

/** Thirty subjects, each with 合计, 基本 and 项目, below a 类 that adds them up. */
const codes = Array.from({ length: 30 }, (_, index) => `20${101 + (index % 15)}${index < 15 ? '01' : '02'}`);
const rows = codes.map((code, index) => `${code}\t科目${index}\t${index + 1}.50\t1.50\t${index}.00`);
const table = ['科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出', ...rows].join('\r\n');

openSession('paste', (session) => ({ vscode, workbench } = session), { files: { [fresh.file]: fresh.text } });

test('thirty rows of a spreadsheet become lines of the block, laid out, in one step that is taken back at once', async () => {
  await workbench.openFile(fresh.file);
  await workbench.page.locator('.codelens-decoration', { hasText: '预览' }).waitFor();
  await workbench.goTo(3, 5);
  if (vscodeVersion.letsExtensionsPaste) await workbench.paste(table);
  else {
    await workbench.copy(table);
    await workbench.runCommand('部门决算: 粘贴表格');
  }
  await workbench.source(/^29\.00$/).waitFor();
  await workbench.picture('paste-01');
  await workbench.save();
  const lines = vscode.read(fresh.file).split('\n');
  expect(lines).toHaveLength(fresh.text.split('\n').length + 29);
  expect(lines[2]).toBe('    2010101 科目0                         基本       1.50');
  expect(lines[3]).toBe('    2010201 科目1                         基本       1.50  项目       1.00');
  await workbench.page.keyboard.press('Control+Z');
  await workbench.source(/^29\.00$/).waitFor({ state: 'detached' });
  await workbench.save();
  expect(vscode.read(fresh.file)).toBe(fresh.text.replace(/ +$/m, ''));
});

test('粘贴表格 asks what the columns are where nothing says so', async () => {
  await workbench.goTo(3, 1);
  await workbench.copy('2012601\t行政运行\t86.40\t80.00');
  await workbench.runCommand('部门决算: 粘贴表格');
  await workbench.choose('表格：年初预算、决算');
  await workbench.source(/^80\.00$/).waitFor();
  await workbench.save();
  expect(vscode.read(fresh.file)).toMatch(/^ {4}2012601 行政运行 +80\.00 {2}预算 {6}86\.40$/m);
});
